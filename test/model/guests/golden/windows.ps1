<powershell>
# --- What Hextet tells the guest about IPv6 ---
# AWS CLI and SDKs: call AWS at its dual-stack names.
[Environment]::SetEnvironmentVariable('AWS_USE_DUALSTACK_ENDPOINT', 'true', 'Machine')
$env:AWS_USE_DUALSTACK_ENDPOINT = 'true'
# AWS CLI and SDKs: ask the metadata service over IPv6.
[Environment]::SetEnvironmentVariable('AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE', 'IPv6', 'Machine')
$env:AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE = 'IPv6'
# SSM Agent, from version 3.3.3270.0 on: reach Systems Manager at its dual-stack names.
$hextetFile = (Join-Path $env:ProgramFiles 'Amazon\SSM\amazon-ssm-agent.json')
$hextetContent = '{"Agent":{"UseDualStackEndpoint":true}}'
if (Test-Path -LiteralPath $hextetFile) {
  Write-Warning "hextet: $hextetFile exists and was left alone; merge this into it: $hextetContent"
} else {
  New-Item -ItemType Directory -Force -Path (Split-Path -Parent $hextetFile) | Out-Null
  Set-Content -LiteralPath $hextetFile -Encoding Ascii -Value $hextetContent
}
Restart-Service -Name AmazonSSMAgent -ErrorAction SilentlyContinue
# Time over IPv6.
w32tm /config /manualpeerlist:fd00:ec2::123 /syncfromflags:manual /update
Restart-Service -Name w32time -ErrorAction SilentlyContinue
# Docker: images of Docker Hub from the mirror.
$hextetFile = (Join-Path $env:ProgramData 'docker\config\daemon.json')
$hextetContent = '{"registry-mirrors":["https://registry.example.com"]}'
if (Test-Path -LiteralPath $hextetFile) {
  Write-Warning "hextet: $hextetFile exists and was left alone; merge this into it: $hextetContent"
} else {
  New-Item -ItemType Directory -Force -Path (Split-Path -Parent $hextetFile) | Out-Null
  Set-Content -LiteralPath $hextetFile -Encoding Ascii -Value $hextetContent
}
Restart-Service -Name docker -ErrorAction SilentlyContinue
# --- The author's own ---
Write-Host 'hello'
</powershell>

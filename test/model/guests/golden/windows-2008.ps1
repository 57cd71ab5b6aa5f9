<powershell>
# --- What Hextet tells the guest about IPv6 ---
# The IPv6 address, which Windows Server 2008 does not ask for by itself.
$hextetImds = 'http://169.254.169.254/latest'
$hextetClient = New-Object System.Net.WebClient
$hextetClient.Headers.Add('X-aws-ec2-metadata-token-ttl-seconds', '60')
$hextetToken = $hextetClient.UploadString("$hextetImds/api/token", 'PUT', '')
$hextetClient.Headers.Clear()
$hextetClient.Headers.Add('X-aws-ec2-metadata-token', $hextetToken)
$hextetMac = $hextetClient.DownloadString("$hextetImds/meta-data/mac")
$hextetList = $hextetClient.DownloadString("$hextetImds/meta-data/network/interfaces/macs/$hextetMac/ipv6s")
$hextetAddress = $hextetList.Split("`n")[0].Trim()
netsh interface ipv6 add address "Local Area Connection" "$hextetAddress/64"
</powershell>

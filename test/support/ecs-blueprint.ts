/** A blueprint with ECS services on Fargate and on EC2. */
export function ecsBlueprint(): string {
  return `
apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: ipv6-only, internet: egress-only, slot: 1 }
  securityGroups: { tasks: {} }
compute:
  autoScalingGroups:
    hosts: { subnets: [app], instanceType: m6g.large, os: amazon-linux-2023-ecs }
ecs:
  clusters: { main: { containerInsights: enhanced, tags: { kind: cluster } } }
  taskDefinitions:
    web:
      cpu: 512
      memory: 1024
      runtimePlatform: { cpuArchitecture: ARM64 }
      containers:
        web:
          image: 123456789012.dkr-ecr.eu-west-1.on.aws/team/web:1
          ports: [8081, 8080]
          environment: { ZONE: "1", AREA: "\${x}" }
          secrets:
            PASSWORD: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:password::"
            TOKEN: "arn:aws:ssm:eu-west-1:123456789012:parameter/token"
          command: [serve]
        log: { image: fluent/fluent-bit, essential: false }
      taskRole: { managedPolicies: [AmazonSQSReadOnlyAccess] }
      logRetentionInDays: 7
    worker: { containers: { worker: { image: busybox } } }
    spare: { containers: { spare: { image: busybox } } }
  services:
    web:
      cluster: main
      taskDefinition: web
      capacity: { fargate: {} }
      desiredCount: 3
      subnets: [app]
      securityGroups: [tasks]
    worker:
      cluster: main
      taskDefinition: worker
      capacity: { ec2: { autoScalingGroup: hosts } }
      subnets: [app]
      enableExecuteCommand: true
loadBalancers:
  web:
    type: application
    ipAddressType: dualstack
    subnets: [public]
    listeners:
      http: { port: 80, protocol: HTTP, action: { forwardTo: web } }
targetGroups:
  web:
    protocol: HTTP
    port: 8080
    ipAddressType: ipv6
    targets: { ecsService: { service: web, containerName: web, containerPort: 8080 } }
`;
}

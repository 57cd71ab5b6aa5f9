// biome-ignore-all lint/suspicious/noTemplateCurlyInString: an author's text
/** A key in a secret that is code where it is not escaped: Terraform must find it in the secret as it stands. */
export const CLIENT_SECRET_KEY = 'it\'s "${key}" \\';

/** An application load balancer with everything that one can be told. */
export const APPLICATION_BALANCER = `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: dual-stack, internet: egress-only, slot: 1 }
  securityGroups:
    web: { ingress: { https: { protocol: tcp, ports: 443, from: { anywhere: {} } } } }
targetGroups:
  blue: { protocol: HTTP, port: 8080, ipAddressType: ipv6 }
  green: { protocol: HTTP, port: 8081, ipAddressType: ipv6 }
loadBalancers:
  web:
    type: application
    subnets: [public]
    securityGroups: [web]
    clientKeepAlive: 600
    preserveHostHeader: true
    xffHeaderProcessingMode: preserve
    enableXffClientPort: true
    dropInvalidHeaderFields: false
    desyncMitigationMode: strictest
    enableHttp2: false
    enableTlsVersionAndCipherSuiteHeaders: true
    enableWafFailOpen: true
    webAclArn: arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shop/12345678-1234-1234-1234-123456789012
    accessLogs: { bucket: example-logs, prefix: web }
    connectionLogs: { bucket: example-logs }
    listeners:
      https:
        port: 443
        protocol: HTTPS
        certificateArn: arn:aws:acm:eu-west-1:123456789012:certificate/1
        additionalCertificateArns: { shop: arn:aws:acm:eu-west-1:123456789012:certificate/2 }
        mutualAuthentication:
          verify:
            trustStore: { caCertificatesBundle: { bucket: example-trust, key: clients.pem } }
            advertiseTrustStoreCaNames: true
        action: { forward: { targetGroups: { blue: { weight: 90 }, green: { weight: 10 } }, stickiness: { duration: 600 } } }
        rules:
          api:
            priority: 10
            hostHeader: [api.example.com, "*.api.example.com"]
            httpHeader: { X-Canary: [always] }
            queryString: { version: ["2"] }
            httpRequestMethod: [POST]
            action: { forwardTo: green }
          staff:
            priority: 20
            pathPattern: ["/staff/*"]
            sourceIp: { cidrs: [198.51.100.0/24, "2001:db8:51::/48"] }
            authenticate:
              oidc:
                issuer: https://login.example.com
                authorizationEndpoint: https://login.example.com/authorize
                tokenEndpoint: https://login.example.com/token
                userInfoEndpoint: https://login.example.com/userinfo
                clientId: shop
                clientSecret:
                  secretsManager: { secretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:oidc-AbCdEf", key: ${JSON.stringify(CLIENT_SECRET_KEY)} }
            action: { forwardTo: blue }
          old:
            priority: 30
            hostHeader: [old.example.com]
            authenticate:
              cognito:
                userPoolArn: arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abcdefghi
                userPoolClientId: 5f2b1c
                userPoolDomain: shop-login
                onUnauthenticatedRequest: deny
            action: { redirect: { host: www.example.com, path: "/from/#{path}", statusCode: HTTP_302 } }
      partners:
        port: 8443
        protocol: HTTPS
        certificateArn: arn:aws:acm:eu-west-1:123456789012:certificate/1
        mutualAuthentication: { passthrough: {} }
        authenticate:
          oidc:
            issuer: https://login.example.com
            authorizationEndpoint: https://login.example.com/authorize
            tokenEndpoint: https://login.example.com/token
            userInfoEndpoint: https://login.example.com/userinfo
            clientId: partners
            clientSecret: { parameter: /shop/oidc-secret }
            scope: openid email
            sessionCookieName: partner
            sessionTimeout: 3600
        action: { forwardTo: blue }
      machines:
        port: 8444
        protocol: HTTPS
        certificateArn: arn:aws:acm:eu-west-1:123456789012:certificate/1
        mutualAuthentication:
          verify:
            trustStore: { arn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:truststore/clients/0123456789abcdef" }
        action: { forwardTo: blue }
`;

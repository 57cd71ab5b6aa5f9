/**
 * US dollars an hour in each region, as AWS's price list had them on 2026-09-21: a NAT gateway, and an interface endpoint in
 * one Availability Zone. priceFacts.natGatewayHours and priceFacts.interfaceEndpointHours have the source.
 */
export const hourlyPrices: Readonly<
  Record<string, { readonly natGateway: number; readonly interfaceEndpoint: number }>
> = {
  "af-south-1": { natGateway: 0.057, interfaceEndpoint: 0.01309 },
  "ap-east-1": { natGateway: 0.065, interfaceEndpoint: 0.0143 },
  "ap-east-2": { natGateway: 0.0558, interfaceEndpoint: 0.0126 },
  "ap-northeast-1": { natGateway: 0.062, interfaceEndpoint: 0.014 },
  "ap-northeast-2": { natGateway: 0.059, interfaceEndpoint: 0.013 },
  "ap-northeast-3": { natGateway: 0.062, interfaceEndpoint: 0.014 },
  "ap-south-1": { natGateway: 0.056, interfaceEndpoint: 0.013 },
  "ap-south-2": { natGateway: 0.056, interfaceEndpoint: 0.013 },
  "ap-southeast-1": { natGateway: 0.059, interfaceEndpoint: 0.013 },
  "ap-southeast-2": { natGateway: 0.059, interfaceEndpoint: 0.013 },
  "ap-southeast-3": { natGateway: 0.059, interfaceEndpoint: 0.013 },
  "ap-southeast-4": { natGateway: 0.059, interfaceEndpoint: 0.013 },
  "ap-southeast-5": { natGateway: 0.05015, interfaceEndpoint: 0.0117 },
  "ap-southeast-6": { natGateway: 0.06195, interfaceEndpoint: 0.01365 },
  "ap-southeast-7": { natGateway: 0.05015, interfaceEndpoint: 0.0117 },
  "ca-central-1": { natGateway: 0.05, interfaceEndpoint: 0.011 },
  "ca-west-1": { natGateway: 0.05, interfaceEndpoint: 0.011 },
  "eu-central-1": { natGateway: 0.052, interfaceEndpoint: 0.012 },
  "eu-central-2": { natGateway: 0.0572, interfaceEndpoint: 0.0132 },
  "eu-north-1": { natGateway: 0.046, interfaceEndpoint: 0.0105 },
  "eu-south-1": { natGateway: 0.05, interfaceEndpoint: 0.01155 },
  "eu-south-2": { natGateway: 0.048, interfaceEndpoint: 0.011 },
  "eu-west-1": { natGateway: 0.048, interfaceEndpoint: 0.011 },
  "eu-west-2": { natGateway: 0.05, interfaceEndpoint: 0.011 },
  "eu-west-3": { natGateway: 0.05, interfaceEndpoint: 0.011 },
  "il-central-1": { natGateway: 0.0504, interfaceEndpoint: 0.01155 },
  "me-central-1": { natGateway: 0.0528, interfaceEndpoint: 0.0121 },
  "me-south-1": { natGateway: 0.0528, interfaceEndpoint: 0.0121 },
  "mx-central-1": { natGateway: 0.04725, interfaceEndpoint: 0.0105 },
  "sa-east-1": { natGateway: 0.093, interfaceEndpoint: 0.021 },
  "us-east-1": { natGateway: 0.045, interfaceEndpoint: 0.01 },
  "us-east-2": { natGateway: 0.045, interfaceEndpoint: 0.01 },
  "us-gov-east-1": { natGateway: 0.054, interfaceEndpoint: 0.0125 },
  "us-gov-west-1": { natGateway: 0.054, interfaceEndpoint: 0.0125 },
  "us-west-1": { natGateway: 0.048, interfaceEndpoint: 0.011 },
  "us-west-2": { natGateway: 0.045, interfaceEndpoint: 0.01 },
};

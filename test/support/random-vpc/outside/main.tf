# What drawn networks name and do not have: it stands in a VPC of its own, and in a state of its own.

resource "aws_vpc" "it" {
  count      = 2
  cidr_block = "10.20${count.index}.0.0/16"
}

resource "aws_subnet" "it" {
  for_each          = { a = "10.200.0.0/24", b = "10.200.1.0/24" }
  vpc_id            = aws_vpc.it[0].id
  cidr_block        = each.value
  availability_zone = "eu-west-1${each.key}"
}

resource "aws_network_interface" "it" {
  subnet_id = aws_subnet.it["a"].id
}

resource "aws_security_group" "it" {
  vpc_id = aws_vpc.it[0].id
  name   = "outside"
}

resource "aws_vpc_peering_connection" "it" {
  vpc_id      = aws_vpc.it[0].id
  peer_vpc_id = aws_vpc.it[1].id
  auto_accept = true
}

resource "aws_ec2_transit_gateway" "it" {
  count = 2
}

resource "aws_route53_zone" "it" {
  name = "example.com"
}

resource "aws_vpn_gateway" "it" {}

resource "aws_ec2_managed_prefix_list" "it" {
  name           = "outside"
  address_family = "IPv4"
  max_entries    = 1
}

resource "aws_db_subnet_group" "it" {
  name       = "outside"
  subnet_ids = values(aws_subnet.it)[*].id
}

# All mount targets of a file system lie in one VPC.
resource "aws_efs_file_system" "it" {
  count = var.vpcs
}

variable "vpcs" {
  type = number
}

data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

output "ids" {
  value = {
    vpc           = aws_vpc.it[0].id
    eni           = aws_network_interface.it.id
    sg            = aws_security_group.it.id
    pcx           = aws_vpc_peering_connection.it.id
    tgw           = aws_ec2_transit_gateway.it[0].id
    tgw2          = aws_ec2_transit_gateway.it[1].id
    zone          = aws_route53_zone.it.zone_id
    vgw           = aws_vpn_gateway.it.id
    pl            = aws_ec2_managed_prefix_list.it.id
    dbSubnetGroup = aws_db_subnet_group.it.name
    efs           = aws_efs_file_system.it[*].id
    ami           = nonsensitive(data.aws_ssm_parameter.image.value)
  }
}

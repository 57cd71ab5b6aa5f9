/**
 * A block as people read it: `number 16 (hex 10) of the 256 blocks in aws_vpc.main.ipv6_cidr_block` for Terraform's
 * `cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 16)`; numbers count from 0, and the hexadecimal one is what stands in the address.
 * Everything else as it is written.
 */
export function blockWords(text: string): string {
  return text.replace(
    /\$?\{?\bcidrsubnet\(([\w.[\]"-]+), (\d{1,3}), (\d+)\)\}?/g,
    (_, of: string, newBits: string, number: string) =>
      `number ${number} (hex ${BigInt(number).toString(16)}) of the ${2n ** BigInt(newBits)} blocks in ${of}`,
  );
}

import { describe, expect, test } from "vitest";
import {
  dualStackEcrName,
  ecrRegistry,
  isIpv4OnlyEcr,
  readImage,
} from "../../../src/model/ecs/container-images.ts";

describe("readImage", () => {
  test.each([
    ["nginx", "docker.io", "nginx"],
    ["nginx:1.27", "docker.io", "nginx"],
    ["registry:5000/web", "registry", "web"],
    ["library/nginx:1.27", "docker.io", "library/nginx"],
    ["ghcr.io/example/web:1", "ghcr.io", "example/web"],
    ["GHCR.IO/example/web", "ghcr.io", "example/web"],
    ["localhost/web:1", "localhost", "web"],
    ["registry.example:5000/a/b/web:1@sha256:00ff", "registry.example", "a/b/web"],
    ["public.ecr.aws/nginx/nginx@sha256:00ff", "public.ecr.aws", "nginx/nginx"],
    ["123456789012.dkr-ecr.eu-west-1.on.aws/web:1", "123456789012.dkr-ecr.eu-west-1.on.aws", "web"],
  ])("reads %s", (text, registry, repository) => {
    expect(readImage(text)).toEqual({ text, registry, repository });
  });
});

describe("ECR's registries", () => {
  test.each([
    ["123456789012.dkr.ecr.eu-west-1.amazonaws.com", true],
    ["123456789012.dkr.ecr-fips.us-east-1.amazonaws.com", true],
    ["123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn", true],
    ["123456789012.dkr-ecr.eu-west-1.on.aws", false],
  ])("%s is one; over IPv4 only: %s", (registry, ipv4Only) => {
    expect(ecrRegistry(registry)?.account).toBe("123456789012");
    expect(isIpv4OnlyEcr(registry)).toBe(ipv4Only);
  });

  test.each(["public.ecr.aws", "docker.io", "x123456789012.dkr.ecr.eu-west-1.amazonaws.com"])(
    "%s is none",
    (registry) => {
      expect(ecrRegistry(registry)).toBeNull();
      expect(isIpv4OnlyEcr(registry)).toBe(false);
    },
  );

  test("the dual-stack name is that of account and region", () => {
    expect(dualStackEcrName({ account: "123456789012", region: "eu-west-1" })).toBe(
      "123456789012.dkr-ecr.eu-west-1.on.aws",
    );
  });
});

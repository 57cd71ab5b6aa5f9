import { VERSION } from "../../src/cli/version.ts";
import { compile } from "../../src/pipeline.ts";
import { FORMATS, type Format, renderReport } from "../../src/reports/findings/render-report.ts";

const FILE = "blueprints/shop.yaml";
const BLUEPRINT = `apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: ipv6-only, internet: egress-only, enableDns64: true, slot: 1 }
  natGateways: { main: { subnet: public } }
`;

/** What a format is for, and the language of its example. */
const ABOUT: Readonly<Record<Format, { readonly language: string; readonly text: string }>> = {
  pretty: { language: "", text: "For people, and the default: to stderr, with colours on a terminal." },
  compact: { language: "", text: "One line each, for editors and `grep`." },
  json: {
    language: "json",
    text: "For programs: [findings.schema.json](findings.schema.json). Within version 1 keys are only added.",
  },
  sarif: {
    language: "json",
    text: "SARIF 2.1.0, for code scanning. A finding keeps its fingerprint when text moves around it; what the blueprint accepts has a suppression with its reason.",
  },
  junit: {
    language: "xml",
    text: "For what shows tests. A failure is what fails by `--fail-on`; what the blueprint accepts is skipped.",
  },
  github: {
    language: "",
    text: "Workflow commands, which GitHub Actions shows at the lines of a pull request.",
  },
  gitlab: { language: "json", text: "GitLab's code quality report: `artifacts: reports: codequality`." },
  markdown: { language: "md", text: "A table, for a comment or the summary of a job." },
};

/** A small blueprint with mistakes, and what each format makes of them. Throws where it has not both an error and a warning. */
export async function renderOutputExamples(): Promise<string> {
  const { findings, accepted } = compile([{ file: FILE, text: BLUEPRINT }], "2026-01-01");
  const severities = findings.map(({ severity }) => severity).sort();
  if (severities.join(" ") !== "error warning") throw new Error(`the example has ${severities.join(", ")}`);
  const report = { findings, accepted, files: [FILE], failOn: "error", version: VERSION } as const;
  const sections = await Promise.all(
    FORMATS.map(async (format) => {
      const { language, text } = ABOUT[format];
      const example = fence(language, await renderReport(format, report));
      return [`## \`${format}\``, "", text, "", example];
    }),
  );
  return [`\`${FILE}\`:`, "", fence("yaml", BLUEPRINT), ...sections.flatMap((lines) => ["", ...lines])].join(
    "\n",
  );
}

function fence(language: string, text: string): string {
  return [`\`\`\`${language}`, text.trimEnd(), "```"].join("\n");
}

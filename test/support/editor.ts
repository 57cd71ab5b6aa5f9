import { readFileSync } from "node:fs";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type CompletionItem,
  DiagnosticSeverity,
  getLanguageService,
  type LanguageService,
} from "yaml-language-server";

const SCHEMA = new URL("../../src/blueprint/blueprint.schema.json", import.meta.url);

const NOWHERE = new URL("file:///blueprints/");

/** What the YAML extensions of editors run, as they set it up: one for all documents of a worker. */
const service = openService(["*.yaml"]);

function openService(fileMatch: string[]): LanguageService {
  const opened = getLanguageService({
    schemaRequestService: async (uri) => readFileSync(new URL(uri), "utf8"),
    clientCapabilities: {
      textDocument: { completion: { completionItem: { documentationFormat: ["markdown", "plaintext"] } } },
    },
    workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
  });
  opened.configure({
    validate: true,
    hover: true,
    completion: true,
    schemas: [{ uri: SCHEMA.href, fileMatch }],
  });
  return opened;
}

/** What the editor says against a blueprint, line by line from 1. */
export interface EditorFinding {
  readonly line: number;
  readonly message: string;
}

/** What the editor underlines in a text of a file's folder; what only informs, such as an anchor that nobody uses, is none. */
export async function findingsInEditor(text: string, file = NOWHERE): Promise<readonly EditorFinding[]> {
  const found = await service.doValidation(documentOf(text, file), false);
  return found
    .filter(({ severity }) => severity !== DiagnosticSeverity.Information)
    .map(({ range, message }) => ({ line: range.start.line + 1, message }));
}

/** What the editor offers at an offset of a text. */
export async function offeredInEditor(text: string, offset: number): Promise<readonly CompletionItem[]> {
  const document = documentOf(text);
  return (await service.doComplete(document, document.positionAt(offset), false)).items;
}

/** What the editor shows of the word at an offset of a text; empty when nothing. */
export async function shownInEditor(text: string, offset: number): Promise<string> {
  const document = documentOf(text);
  const hover = await service.doHover(document, document.positionAt(offset));
  return hover === null ? "" : JSON.stringify(hover.contents);
}

/** Whether an editor that is told the patterns takes a file for a blueprint. */
export async function isTakenFor(fileMatch: readonly string[], file: string): Promise<boolean> {
  const address = new URL(file, NOWHERE).href;
  const document = TextDocument.create(address, "yaml", 1, "noSuchKey: 1\n");
  return (await openService([...fileMatch]).doValidation(document, false)).length > 0;
}

let count = 0;

/** The server keeps what it knows of a document by its address: each text has one of its own. */
function documentOf(text: string, file = NOWHERE): TextDocument {
  count += 1;
  return TextDocument.create(new URL(`${count}.yaml`, file).href, "yaml", 1, text);
}

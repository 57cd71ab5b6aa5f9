import type { Explanation } from "./explanation.ts";

/** What can be wrong with files and with the blueprints as a set, whatever is in them. Sorted by id. */
export const doorRules = [
  {
    id: "blueprint/duplicate-name",
    severity: "error",
    title: "Every blueprint has a name of its own.",
    why: "The name is the stack's and its folder's: the second would overwrite the first. Choose another name for one of them; renaming a stack that is applied makes a new one, unless its state is moved along.",
  },
  {
    id: "file/no-blueprints",
    severity: "error",
    title: "A folder of blueprints has at least one.",
    why: "Nothing to compile is more often a wrong folder than a wish, and writing nothing would remove every stack from the output. Blueprints end in `.yaml` or `.yml`; names that begin with a dot are left out, and folders in the folder are not searched.",
  },
  {
    id: "file/not-a-file",
    severity: "error",
    title: "What is named like a blueprint is a file.",
    why: "Folders, named pipes, sockets and devices cannot be read as a blueprint. Rename it, or move it elsewhere.",
  },
  {
    id: "file/not-found",
    severity: "error",
    title: "A path that is named leads to a file or a folder.",
    why: "The path is wrong, the command was run in another folder than the project's, or a symbolic link leads to nothing.",
  },
  {
    id: "file/not-text",
    severity: "error",
    title: "A blueprint is UTF-8 text.",
    why: "YAML here is read as UTF-8. The file holds other bytes: it was saved in another encoding, such as UTF-16 or Latin-1, or it is no text at all.",
  },
  {
    id: "file/too-large",
    severity: "error",
    title: "A blueprint has at most 16 MiB.",
    why: "A larger file is something else, and is not read. One file is one stack: what is too large for one belongs into several.",
  },
  {
    id: "file/unreadable",
    severity: "error",
    title: "A blueprint can be read.",
    why: "The operating system refuses it: mostly a missing permission, or a symbolic link that leads back to itself.",
  },
  {
    id: "hooks/aws-cli-missing",
    severity: "error",
    title: "The AWS CLI is there where a stack with provider hooks is applied.",
    why: 'A provider hook works by the AWS CLI while Terraform applies the stack, and an apply without it stops before anything is made. Synthesizing itself does not need it: where terraform apply runs on another machine, write `"context": { "hextetAwsCli": "elsewhere" }` in cdktf.json, and this is a note. `hextet check` and `hextet validate` apply nothing and do not look for it.',
  },
  {
    id: "hooks/cannot-load",
    severity: "error",
    title: "A hook of the project's own can be loaded.",
    why: "`context.hextetHooks` in cdktf.json is a list of paths to modules, from the folder of cdktf.json. A module that is missing, has a syntax error or throws while it is loaded cannot say what it does.",
  },
  {
    id: "hooks/failed",
    severity: "error",
    title: "A hook of the project's own keeps its contract.",
    why: "Its apply function threw, returned something else than outputs, or claimed a Terraform address that is taken: one of the two would have vanished from the stack without a word. Nothing was written.",
  },
  {
    id: "hooks/part-lost",
    severity: "error",
    title: "What a provider hook has made does not vanish from the stack without being deleted.",
    why: "Terraform runs no destroy script of a step that is gone from the configuration: it would forget the step, and what the hook made would stay in AWS. The finding compares the stack in the output folder with what the blueprint says now, and names what to write into `terraform.removed`: the next apply then deletes it, after what used it. Keep the entry until every state of the stack has been applied with it, once each; then take it out. Where it was never made, the entry does nothing. Of a stack whose blueprint is gone nothing is left to say so: run `terraform destroy` in its folder first, and delete the folder then. Without the committed output there is nothing to compare with.",
  },
  {
    id: "hooks/wrong-shape",
    severity: "error",
    title: "A hook of the project's own is what the contract says.",
    why: "The module exports an object named `hook` with id, title, gaps, afterClosing, automatic and apply, and its id is no other hook's. In TypeScript `satisfies UserHook` shows what is missing.",
  },
  {
    id: "output/extra",
    severity: "error",
    title: "Every stack in the output has a blueprint.",
    why: "`hextet check` found Terraform JSON of a stack whose blueprint is gone. `synth` removes it, but never a Terraform state beside it. What the stack made in AWS stays until it is destroyed.",
  },
  {
    id: "output/missing",
    severity: "error",
    title: "The output has every file that the blueprints ask for.",
    why: "`hextet check` compares the committed output with what the blueprints say, so that reviewers see what an edit does to Terraform. Run `synth` and commit what it writes.",
  },
  {
    id: "output/stale",
    severity: "error",
    title: "The output is what the blueprints say.",
    why: "`hextet check` compares the committed output with what the blueprints say, byte by byte. Either a blueprint was edited without `synth`, or the output was edited by hand, or another version of Hextet wrote it.",
  },
  {
    id: "output/state-in-generated",
    severity: "error",
    title: "No Terraform state lies in the folder of a stack that is gone.",
    why: "The `cdktf` command deletes the folders of gone stacks with all that is in them. With the state nobody could change or destroy what the stack made in AWS, so nothing is written until the state is elsewhere. Local state belongs outside the output folder, where the default backend puts it.",
  },
  {
    id: "output/unwritable",
    severity: "error",
    title: "The output folder can be written.",
    why: "The operating system refuses it: a missing permission, a read-only or full disk, or a file where a folder has to be. Nothing is half-written: each file is replaced as a whole.",
  },
] as const satisfies readonly Explanation[];

import type { Path } from "../../base/path.ts";
import type { TerraformAddress } from "../../model/types/shared.ts";
import type { Inventory, Unplaced } from "../types/inventory.ts";
import { type Known, NOTHING_KNOWN } from "./known.ts";
import type { Question } from "./questions.ts";
import { type Todo, todoWords } from "./todos.ts";

/** A blueprint in the making: what the steps that write its sections find out beside the sections. */
export interface Draft {
  readonly inventory: Inventory;
  /** What a blueprint that is there calls things already. */
  readonly known: Known;
  /** Says that the resource at a Terraform address is there already; null where nobody knows its id for `terraform import`. */
  readonly importAs: (address: TerraformAddress, id: string | null) => void;
  /** Says that a resource stays managed outside this stack. */
  readonly referTo: (address: TerraformAddress, id: string) => void;
  /** Says that a rule of the group is there at a Terraform address, but that nobody knows its id. */
  readonly lackId: (address: TerraformAddress, group: string) => void;
  /** Asks the author something, once for all places at which the same is asked. */
  readonly ask: (question: Question) => void;
  /** A comment above the key at the path. */
  readonly remark: (path: Path, text: string) => void;
  /** A comment that says what is left to the owner. */
  readonly leaveToOwner: (todo: Todo) => void;
  /** What is there and is not taken up, and why. */
  readonly leaveOut: (unplaced: Unplaced) => void;
  /** What is known when all steps are done. */
  readonly notes: Notes;
}

/** What a draft has gathered. */
interface Notes {
  readonly imports: ReadonlyMap<string, string>;
  readonly references: ReadonlyMap<string, string>;
  /** Addresses of what is there, but whose id for an import the source does not tell. */
  readonly unknownIds: readonly string[];
  /** By the id of a security group, the addresses of its rules that have no known id. */
  readonly rulesWithoutId: ReadonlyMap<string, readonly string[]>;
  readonly questions: readonly Question[];
  readonly remarks: readonly Remark[];
  readonly todos: readonly Todo[];
  readonly unplaced: readonly Unplaced[];
}

/** A comment of the blueprint and the key it stands above. */
export interface Remark {
  readonly path: Path;
  readonly text: string;
}

/** An empty draft for what was found. */
export function startDraft(inventory: Inventory, known: Known = NOTHING_KNOWN): Draft {
  const imports = new Map<string, string>();
  const references = new Map<string, string>();
  const unknownIds: string[] = [];
  const rulesWithoutId = new Map<string, readonly string[]>();
  const questions: Question[] = [];
  const remarks: Remark[] = [];
  const todos: Todo[] = [];
  const unplaced: Unplaced[] = [...inventory.others];
  return {
    inventory,
    known,
    importAs(address, id) {
      if (id === null) unknownIds.push(address);
      else imports.set(address, id);
    },
    lackId(address, group) {
      unknownIds.push(address);
      rulesWithoutId.set(group, [...(rulesWithoutId.get(group) ?? []), address]);
    },
    ask: (question) => questions.push(question),
    referTo: (address, id) => references.set(address, id),
    remark: (path, text) => remarks.push({ path, text }),
    leaveToOwner(todo) {
      todos.push(todo);
      remarks.push({ path: todo.path, text: todoWords(todo.text) });
    },
    leaveOut: (one) => unplaced.push(one),
    notes: { imports, references, unknownIds, rulesWithoutId, questions, remarks, todos, unplaced },
  };
}

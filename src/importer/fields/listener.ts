import type {
  FixedResponseActionConfig,
  RedirectActionConfig,
  Listener as Told,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { FixedResponse, Listener } from "../../blueprint/blueprint.generated.ts";
import { plainText } from "../blueprint/plain-text.ts";
import type { Values } from "../state/values.ts";
import { type ArgumentsOf, fieldsOf, said } from "./field.ts";

const listener = fieldsOf<Told>();

/** What a blueprint says of a listener that encrypts. */
export const encryptionArguments = {
  certificateArn: listener.text(
    "certificate_arn",
    ({ Certificates }) => Certificates?.[0]?.CertificateArn,
    null,
  ),
  sslPolicy: listener.text("ssl_policy", "SslPolicy", null),
} satisfies ArgumentsOf<Listener>;

/** What a blueprint says of any listener beside its action. */
export const listenerArguments = {
  port: listener.number("port", "Port", 0),
  protocol: listener.text("protocol", "Protocol", ""),
} satisfies ArgumentsOf<Listener>;

/** What import reads of a listener beside its actions. */
export const listenerFields = { ...listenerArguments, ...encryptionArguments };

const redirect = fieldsOf<RedirectActionConfig>();

/** What import reads of an action that redirects: `#{…}` stands for what the request had. */
export const redirectFields = {
  protocol: redirect.text("protocol", "Protocol", null),
  port: redirect.number("port", ({ Port }) => Port, null),
  host: redirect.text("host", "Host", null),
  path: redirect.text("path", "Path", null),
  /** Empty: what the request had is dropped. */
  query: {
    state: "query",
    fromState: (values: Values) => textOrEmpty(values.value("query")),
    fromApi: ({ Query }: RedirectActionConfig) => textOrEmpty(Query),
    write: (query: string | null) => query ?? undefined,
  },
  statusCode: redirect.text("status_code", "StatusCode", "HTTP_301"),
};

function textOrEmpty(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

const response = fieldsOf<FixedResponseActionConfig>();

/** What a blueprint says of an action that answers by itself. */
export const fixedResponseArguments = {
  statusCode: response.number("status_code", ({ StatusCode }) => StatusCode, 200),
  contentType: response.text("content_type", "ContentType", "text/plain"),
  messageBody: said(response.text("message_body", "MessageBody", null), (text) => plainText(text, 1024)),
} satisfies ArgumentsOf<FixedResponse>;

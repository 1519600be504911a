import { concat, demand, fromText, refusal, toText, utf8 } from "./bytes.js";
import { parse, serialise, shape, STATEMENT_LIMIT } from "./canonical.js";
import { verifySignature } from "./checks.js";
import { hint, sign } from "./derive.js";
import { KINDS, typeOf } from "./labels.js";
const SIGNATURE_LIMIT = 16;
export const preAuthentication = (type, body) =>
  concat(utf8(`DSSEv1 ${utf8(type).length} ${type} ${body.length} `), body);
export const signStatement = (kind, value, signers) => signBody(kind, serialise(value), signers);
export async function signBody(kind, body, signers) {
  demand(KINDS.includes(kind) && signers.length > 0, "statement");
  parse(body);
  const message = preAuthentication(typeOf(kind), body);
  const signatures = [];
  for (const signer of signers) {
    signatures.push({ keyid: hint(signer.publicKey), sig: toText(await sign(signer.key, message)) });
  }
  return carry(kind, body, signatures);
}
export function joinSignatures(a, b, kind) {
  const [first, second] = [checkCarrier(parse(a)), checkCarrier(parse(b))];
  demand(first.payload === second.payload && first.payload_type === second.payload_type, "statement");
  return carry(kind, fromText(first.payload), [...first.signatures, ...second.signatures]);
}
export const readStatement = (bytes, kind) => readCarried(parse(bytes), kind);
export function readCarried(value, kind) {
  const { payload, payload_type: type, signatures } = checkCarrier(value);
  demand(KINDS.includes(kind) && type === typeOf(kind), "statement");
  const body = decode(payload);
  return { kind, body, value: parse(body), signatures: signatures.map(({ sig }) => decode(sig, 64)) };
}
export async function verifyStatement(statement, publicKeys) {
  demand(new Set(publicKeys.map(toText)).size === publicKeys.length && publicKeys.length > 0, "signature");
  demand(statement.signatures.length === publicKeys.length, "signature");
  const message = preAuthentication(typeOf(statement.kind), statement.body);
  const left = [...statement.signatures];
  for (const publicKey of publicKeys) {
    const at = await firstThatHolds(publicKey, left, message);
    demand(at >= 0, "signature");
    left.splice(at, 1);
  }
}
async function firstThatHolds(publicKey, signatures, message) {
  for (const [at, signature] of signatures.entries()) {
    try {
      await verifySignature(publicKey, signature, message);
      return at;
    } catch {
    }
  }
  return -1;
}
function checkCarrier(value) {
  shape(value, "payload payload_type signatures", "statement");
  const { signatures } = value;
  demand(typeof value.payload === "string" && typeof value.payload_type === "string", "statement");
  demand(Array.isArray(signatures) && signatures.length > 0 && signatures.length <= SIGNATURE_LIMIT, "statement");
  for (const item of signatures) {
    shape(item, "keyid sig", "statement");
    demand(typeof item.keyid === "string" && /^[A-Za-z0-9_-]{0,64}$/.test(item.keyid), "statement");
    demand(typeof item.sig === "string", "statement");
  }
  return value;
}
function carry(kind, body, signatures) {
  const bytes = serialise({ payload: toText(body), payload_type: typeOf(kind), signatures });
  demand(bytes.length <= STATEMENT_LIMIT && signatures.length <= SIGNATURE_LIMIT, "statement");
  return bytes;
}
function decode(text, count) {
  try {
    return fromText(text, count);
  } catch {
    throw refusal("statement");
  }
}

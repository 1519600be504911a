// SPDX-License-Identifier: EUPL-1.2
import { concat, demand, fromText, refusal, toText, utf8 } from "./bytes.js";
import { parse, serialise, shape, STATEMENT_LIMIT } from "./canonical.js";
import { verifySignature } from "./checks.js";
import { hint, sign } from "./derive.js";
import { KINDS, typeOf } from "./labels.js";

/**
 * Signed statements: DSSE v1.0.2 signatures over a canonical body, carried in canonical JSON. The type is signed with
 * the body, so no statement can pass for one of another kind. The signer's hint (`keyid`) is never trusted.
 *
 * @typedef {{kind: string, body: Uint8Array, value: Record<string, any>, signatures: Uint8Array[]}} Statement
 */

const SIGNATURE_LIMIT = 16;

/** What is signed: "DSSEv1", type and body, each with its length. @param {string} type @param {Uint8Array} body */
export const preAuthentication = (type, body) =>
  concat(utf8(`DSSEv1 ${utf8(type).length} ${type} ${body.length} `), body);

/**
 * The bytes of a statement of a kind over a value, signed by each signer in turn.
 * @param {string} kind
 * @param {Record<string, any>} value
 * @param {{key: CryptoKey, publicKey: Uint8Array}[]} signers
 */
export const signStatement = (kind, value, signers) => signBody(kind, serialise(value), signers);

/** Adds signatures over bytes that are already a canonical body. @param {string} kind @param {Uint8Array} body */
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

/**
 * One statement with the signatures of both, which stand over the same body.
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 */
export function joinSignatures(a, b, kind) {
  const [first, second] = [checkCarrier(parse(a)), checkCarrier(parse(b))];
  demand(first.payload === second.payload && first.payload_type === second.payload_type, "statement");
  return carry(kind, fromText(first.payload), [...first.signatures, ...second.signatures]);
}

/**
 * Reads a statement that must be of the kind expected. Nothing in it is believed until `verifyStatement` returned.
 * @param {Uint8Array} bytes
 * @param {string} kind
 * @returns {Statement}
 */
export const readStatement = (bytes, kind) => readCarried(parse(bytes), kind);

/**
 * The same from a carrier that stands in another canonical text.
 * @param {Record<string, any>} value
 * @param {string} kind
 * @returns {Statement}
 */
export function readCarried(value, kind) {
  const { payload, payload_type: type, signatures } = checkCarrier(value);
  demand(KINDS.includes(kind) && type === typeOf(kind), "statement");
  const body = decode(payload);
  return { kind, body, value: parse(body), signatures: signatures.map(({ sig }) => decode(sig, 64)) };
}

/**
 * Demands that the statement is signed by exactly the keys given: each has its own signature and none is left over.
 * @param {Statement} statement
 * @param {Uint8Array[]} publicKeys
 */
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
      // the next signature may be this key's
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

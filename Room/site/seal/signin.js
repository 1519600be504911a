import { demand, fromText, isId, refusal } from "./bytes.js";
import { isCount, shape } from "./canonical.js";
import { checkSigningKey } from "./checks.js";
import { readStatement, signStatement, verifyStatement } from "./statement.js";
export const PURPOSES = Object.freeze(["confirm", "recover", "sign_in"]);
export const TOLERANCE = 60;
const ORIGIN = /^https?:\/\/[a-z0-9.-]{1,253}(:[0-9]{1,5})?$/;
const PATH = /^\/[\x21-\x7e]{0,2047}$/;
const METHODS = ["DELETE", "GET", "POST", "PUT"];
export function signLogin(body, auth) {
  checkLogin(body);
  return signStatement("login", body, [auth]);
}
export async function verifyLogin(bytes, expected, publicKey) {
  const statement = readStatement(bytes, "login");
  const { value } = statement;
  checkLogin(value);
  for (const name of ["origin", "pool", "user", "nonce", "purpose"]) demand(value[name] === expected[name], "login");
  demand(Math.abs(value.at - expected.now) <= TOLERANCE, "login");
  await verifyStatement(statement, [publicKey]);
  return value;
}
export function signRequest(body, proof) {
  checkRequest(body);
  return signStatement("req", body, [proof]);
}
export async function verifyRequest(bytes, expected, publicKey) {
  const statement = readStatement(bytes, "req");
  const { value } = statement;
  checkRequest(value);
  for (const name of ["method", "path", "body_sha256", "token_sha256"]) {
    demand(value[name] === expected[name], "request");
  }
  demand(Math.abs(value.at - expected.now) <= TOLERANCE, "request");
  await verifyStatement(statement, [publicKey]);
  return value;
}
function checkLogin(value) {
  shape(value, "at nonce origin pool proof purpose user", "login");
  demand(isId(value.pool) && isId(value.user) && isId(value.nonce) && isCount(value.at), "login");
  demand(typeof value.origin === "string" && ORIGIN.test(value.origin) && PURPOSES.includes(value.purpose), "login");
  checkSigningKey(bytes(value.proof, "login"));
}
function checkRequest(value) {
  shape(value, "at body_sha256 method nonce path token_sha256", "request");
  demand(METHODS.includes(value.method) && typeof value.path === "string" && PATH.test(value.path), "request");
  demand(isId(value.nonce) && isCount(value.at), "request");
  bytes(value.body_sha256, "request");
  bytes(value.token_sha256, "request");
}
function bytes(value, code) {
  try {
    return fromText(value, 32);
  } catch {
    throw refusal(code);
  }
}

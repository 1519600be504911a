export async function selfTest() {
  try {
    const { subtle } = globalThis.crypto;
    const [sign, agree] = (await Promise.all([
      subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"]),
      subtle.generateKey({ name: "X25519" }, false, ["deriveBits"]),
    ]));
    const text = new Uint8Array(32);
    const [signature, shared] = await Promise.all([
      subtle.sign({ name: "Ed25519" }, sign.privateKey, text),
      subtle.deriveBits({ name: "X25519", public: agree.publicKey }, agree.privateKey, 256),
    ]);
    return shared.byteLength === 32 && typeof indexedDB === "object" && typeof BroadcastChannel === "function"
      && (await subtle.verify({ name: "Ed25519" }, sign.publicKey, signature, text));
  } catch {
    return false;
  }
}

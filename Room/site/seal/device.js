const NAME = "confidant-room";
const TABLE = "kept";
export const askToKeep = () => void navigator.storage?.persist?.().catch(() => false);
export async function openStore(factory = indexedDB) {
  const database = await open(factory);
  return {
    get: (name) => run(database, "readonly", (table) => table.get(name)),
    put: (name, value) => run(database, "readwrite", (table) => table.put(value, name)),
    remove: (name) => run(database, "readwrite", (table) => table.delete(name)),
    close: () => database.close(),
  };
}
export const destroyStore = (factory = indexedDB) =>
  new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(NAME);
    request.onsuccess = () => resolve(undefined);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
function open(factory) {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}
function run(database, mode, act) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(TABLE, mode);
    const request = act(transaction.objectStore(TABLE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? request.error);
    transaction.onerror = () => reject(transaction.error ?? request.error);
  });
}

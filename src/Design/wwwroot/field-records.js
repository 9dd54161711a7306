// Records written on the spot wait in this browser until the server has them. Used by the pages and by their worker, so that either may send;
// a record's key makes a second sending the same one.
self.fieldRecords = (() => {
  const open = () =>
    new Promise((done, fail) => {
      const asked = indexedDB.open("suiying-field", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("records", { keyPath: "key" });
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });

  async function run(mode, act) {
    const db = await open();
    try {
      return await new Promise((done, fail) => {
        const work = db.transaction("records", mode);
        const asked = act(work.objectStore("records"));
        work.oncomplete = () => done(asked.result);
        work.onerror = work.onabort = () => fail(work.error);
      });
    } finally {
      db.close();
    }
  }

  const all = async () => (await run("readonly", (store) => store.getAll())).sort((a, b) => a.at.localeCompare(b.at));
  const put = (record) => run("readwrite", (store) => store.put(record));
  const remove = (key) => run("readwrite", (store) => store.delete(key));

  /** Changes one that is still there; whoever else sends it may have removed or changed it meanwhile. */
  const change = (key, how) =>
    run("readwrite", (store) => {
      const asked = store.get(key);
      asked.onsuccess = () => {
        const next = asked.result && how(asked.result);
        if (next) store.put(next);
      };
      return asked;
    });

  /** Sends one; what the server has said stays with it. False where there is no connection or nobody is signed in. */
  async function send(record) {
    const { key, number, kind, text, told, version, person, where, at, photos } = record;
    const body = JSON.stringify({ visit: { key, number, kind, text, told, version, person, where, at }, photos });
    let answer;
    try {
      answer = await fetch("/api/field/visits", { method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body });
    } catch {
      return false;
    }
    if (answer.ok) {
      const receipt = await answer.json();
      await remove(key);
      // What was written on the same reading of the matter was written knowing it; what was read before or since keeps its own.
      for (const later of await all()) if (version && later.number === number && later.version === version) await put({ ...later, version: receipt.version });
      return true;
    }
    if (answer.status === 401 || answer.status === 429 || answer.status >= 500) return false;
    const problem = await answer.json().catch(() => ({}));
    if (problem.code === "written_by_another") return true;
    await change(key, (kept) => kept.version === version && { ...kept, stopped: true, conflict: answer.status === 409, problem: problem.title ?? `${answer.status}` });
    return true;
  }

  /** Sends all that nobody has to look at, in the order in which they were written. */
  async function sendAll() {
    for (const { key } of await all()) {
      const record = (await all()).find((r) => r.key === key);
      if (record && !record.stopped && !(await send(record))) return false;
    }
    return true;
  }

  return { all, put, remove, sendAll };
})();

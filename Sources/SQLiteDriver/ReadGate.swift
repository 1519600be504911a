// SPDX-License-Identifier: EUPL-1.2

import SQL
import Synchronization

/// Lets as many reads in as there are readers, the others in the order in which they came, each for a bounded time: a page that
/// cannot be read says so instead of waiting for ever behind others.
final class ReadGate: Sendable {
    private struct State {
        var free: Int
        var next = 0
        /// In the order of arrival; those that were let in or gave up are gone.
        var waiting: [(number: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    }

    private let state: Mutex<State>
    private let patience: Duration

    init(_ room: Int, patience: Duration) {
        state = Mutex(State(free: room))
        self.patience = patience
    }

    /// - Throws: `DatabaseError.unavailable` where nobody made room in time.
    func run<Value>(_ body: () async throws -> Value) async throws -> Value {
        guard await enter() else { throw PortableError.unavailable }
        defer { leave() }
        return try await body()
    }

    private func enter() async -> Bool {
        let isIn = state.withLock { state in
            if state.free > 0 {
                state.free -= 1
                return true
            }
            return false
        }
        if isIn { return true }
        return await withCheckedContinuation { continuation in
            let number = state.withLock { state -> Int? in
                if state.free > 0 {
                    state.free -= 1
                    return nil
                }
                state.next += 1
                state.waiting.append((state.next, continuation))
                return state.next
            }
            guard let number else { return continuation.resume(returning: true) }
            Task {
                try? await Task.sleep(for: patience)  // nobody cancels it
                give(up: number)
            }
        }
    }

    private func give(up number: Int) {
        let waiting = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0).continuation }
        }
        waiting?.resume(returning: false)
    }

    private func leave() {
        let first = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            if state.waiting.isEmpty {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst().continuation
        }
        first?.resume(returning: true)
    }
}

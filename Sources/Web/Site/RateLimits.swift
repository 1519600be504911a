// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// How often one network and one person may send forms: a bucket that refills with time. In memory, for this node alone.
package actor RateLimits {
    /// How many at once, and how many come back each minute.
    package struct Rule: Sendable {
        package let burst: Double
        package let perMinute: Double

        package init(burst: Double, perMinute: Double) {
            self.burst = burst
            self.perMinute = perMinute
        }
    }

    private struct Bucket {
        var left: Double
        var at: Timestamp
        /// From when on it is full again, and as good as none.
        var full: Timestamp
    }

    /// Beyond this many buckets the full ones are forgotten: they say nothing.
    private var most = 50_000

    private let networkRule: Rule
    private let personRule: Rule
    private var buckets: [String: Bucket] = [:]

    package init(
        network: Rule = Rule(burst: 120, perMinute: 120), person: Rule = Rule(burst: 60, perMinute: 60)
    ) {
        networkRule = network
        personRule = person
    }

    /// - Throws: `Refusal.tooMany`.
    package func take(network: String, person: PersonID?, now: Timestamp) throws(Refusal) {
        try take("network|" + network, networkRule, now)
        if let person { try take("person|" + person.text, personRule, now) }
    }

    /// Takes one from a bucket of another kind, for example links sent to one address.
    ///
    /// - Throws: `Refusal.tooMany`.
    package func take(_ key: String, _ rule: Rule, _ now: Timestamp) throws(Refusal) {
        var bucket = buckets[key] ?? Bucket(left: rule.burst, at: now, full: now)
        let minutes = Double(max(0, now.milliseconds - bucket.at.milliseconds)) / 60_000
        bucket.left = min(rule.burst, bucket.left + minutes * rule.perMinute)
        bucket.at = now
        guard bucket.left >= 1 else {
            buckets[key] = bucket
            throw .tooMany
        }
        bucket.left -= 1
        bucket.full = now.adding(seconds: Int(((rule.burst - bucket.left) / rule.perMinute * 60).rounded(.up)))
        buckets[key] = bucket
        if buckets.count > most { forget(now) }
    }

    private func forget(_ now: Timestamp) {
        buckets = buckets.filter { $0.value.full > now }
        most = max(50_000, buckets.count * 2)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL

/// What is kept of mails goes with the items that asked for them.
package enum MailForgetting {
    package static func forget(in transaction: Transaction, pool: PoolID, _ items: [OutboxID]) throws {
        try transaction.each(MailSQL.forgetBounces, items.map { [pool, $0] })
        try transaction.each(MailSQL.forgetDeliveries, items.map { [pool, $0] })
    }
}

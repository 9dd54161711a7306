using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>What administrators did to accounts, newest first, for the audit administrator.</summary>
public sealed class ReadAccountChanges(PeopleDb db)
{
    private const int Size = 50;

    /// <param name="Login">Whole login of the account, or null for all.</param>
    /// <param name="Before">Id of the last row of the page before.</param>
    public sealed record Filter(string? Login, Guid? Before);

    public async Task<Outcome<Slice<AccountChange>>> Run(Filter filter, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.AuditAdmin))
            return new NotAllowed();

        var changes = db.AccountChanges.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Login))
            changes = changes.Where(c => c.Login == filter.Login.Trim());
        // Ids are of version 7 and sort by time.
        if (filter.Before is { } before)
            changes = changes.Where(c => c.Id.CompareTo(before) < 0);
        var rows = await changes.OrderByDescending(c => c.Id).Take(Size + 1).ToListAsync(ct);
        return new Slice<AccountChange>([.. rows.Take(Size)], rows.Count > Size ? rows[Size - 1].Id.ToString() : null);
    }
}

using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>只用文字联系, kept for the person and on each of their open requests.</summary>
internal static class TextOnlyRows
{
    public static Task<int> SetTextOnly(this RequestsDb db, Guid person, bool on, DateTimeOffset at, CancellationToken ct) =>
        db.Write(
            async () =>
            {
                await db.TextOnly.Where(t => t.PersonId == person).ExecuteDeleteAsync(ct);
                if (on)
                {
                    db.TextOnly.Add(new TextOnlyPerson(person, at));
                    await db.SaveChangesAsync(ct);
                }
                return await db
                    .Requests.Where(r => r.PersonId == person && r.EndedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.TextOnly, on), ct);
            },
            ct
        );
}

using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>只用文字联系, kept for the person.</summary>
internal static class TextOnlyRows
{
    /// <summary>Puts the wish beside what is saved next, or takes it away.</summary>
    public static async Task Wish(this RequestsDb db, Guid person, bool on, DateTimeOffset at, CancellationToken ct)
    {
        var kept = await db.TextOnly.FindAsync([person], ct);
        if (on && kept is null)
            db.TextOnly.Add(new TextOnlyPerson(person, at));
        else if (!on && kept is not null)
            db.TextOnly.Remove(kept);
    }
}

using Suiying.Contracts.Requests;

namespace Suiying.Requests.Storage;

/// <summary>所述: what was said at the registration of a request.</summary>
internal sealed class FirstWords
{
    public required RequestId Request { get; init; }

    /// <summary>Empty where it was erased.</summary>
    public required string Text { get; init; }

    /// <summary>Of all requests, to be asked for some.</summary>
    public static IQueryable<FirstWords> In(RequestsDb db) =>
        from first in db.Transitions
        where first.Seq == 1
        join note in db.Notes on first.NoteId equals note.Id
        select new FirstWords { Request = first.RequestId, Text = note.Text };
}

using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Reactions;

/// <summary>A notice for the person at each step that somebody else took in their matter.</summary>
internal sealed class WhenMovedTellResident(RequestsDb db) : IConsumer<RequestMoved>
{
    public static string Name => "requests.notices";

    public static bool Wants(RequestMoved happened) =>
        !happened.ByResident && Enum.TryParse<RequestAction>(happened.Action, out var action) && ResidentNotice.Told.Contains(action);

    public Task When(RequestMoved happened, Delivery delivery, CancellationToken ct)
    {
        // A second notice of the same step would break the key: what came twice would be seen, not hidden.
        db.Notices.Add(new ResidentNotice(happened.Request, happened.Seq, happened.At));
        return Task.CompletedTask;
    }
}

using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>用这些内容重新提交: what ended without being handled becomes a new form with all that the person had given; nothing is typed again.</summary>
public sealed class RefileRequest(RequestDrafts drafts, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>The person's own, as they were shown it.</summary>
        public required TrackedRequest Tracked { get; init; }

        /// <summary>The form that it takes the place of; null where there is none.</summary>
        public Guid? Draft { get; init; }
    }

    /// <summary>The form to go on with.</summary>
    public sealed record Answer(Guid Draft);

    /// <summary>Refused, withdrawn or handed on, and its words are still there.</summary>
    public static bool Offers(TrackedRequest tracked) =>
        tracked.Request.State is RequestState.NotAccepted or RequestState.Withdrawn or RequestState.EmergencyTransferred
        && TextOf(tracked).Length > 0;

    public async Task<Outcome<Answer>> Run(Command command, Actor by, CancellationToken ct)
    {
        var tracked = command.Tracked;
        if (!by.Is(Role.Resident))
            return new NotAllowed();
        if (!Offers(tracked))
            return new WrongState(tracked.Request.State, RequestAction.Register);
        var request = tracked.Request;
        var own = tracked.Photos.Where(p => p.AddedBy is RequestAction.Register or RequestAction.AddFacts).ToList();
        var content = DraftContent.New(time.GetUtcNow()) with
        {
            Type = MatterTypes.All.Contains(request.Type) ? request.Type : null,
            Text = TextOf(tracked),
            Photos =
            [
                .. own.Where(p => p.IsPicture).Take(RequestAttachment.Most).Select(Kept),
                .. own.Where(p => !p.IsPicture).Take(KeepMedia.Most).Select(Kept),
            ],
            // What was kept from somebody stays so unless the person says otherwise.
            WantsSecrecy = request.Confidentiality == Confidentiality.Secret,
            AboutConduct = request.Confidentiality == Confidentiality.Sealed,
            PlaceAnswered = request.Area is not null && request.AreaConfirmed,
            Where = new PlaceOfMatter
            {
                Area = request.Area,
                Confirmed = request.AreaConfirmed,
                Longitude = request.Longitude,
                Latitude = request.Latitude,
                Text = request.Place,
            },
        };
        return new Answer(await drafts.Keep(command.Draft, content, ct));
    }

    private static string TextOf(TrackedRequest tracked) =>
        tracked.Steps.FirstOrDefault(s => s.Action == RequestAction.Register)?.Text ?? "";

    private static KeptPhoto Kept(RequestAttachment file) => new(file.File, file.ContentType, file.Bytes);
}

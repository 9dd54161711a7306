using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 复制本人信息 (个人信息保护法 45): all that a signed-in person ever asked, with what they wrote, what was answered and each step that they were told,
/// for them to keep or to take elsewhere. What units wrote to each other is not theirs.
/// </summary>
public sealed class CopyOwnRequests(
    RequestsDb db,
    ICityRegistry registry,
    TrackRequest track,
    IStringLocalizer<Texts> texts,
    TimeProvider time
)
{
    /// <summary>So many requests at most, the newest; nobody has more.</summary>
    public const int Most = 500;

    /// <param name="At">When it was made.</param>
    /// <param name="Requests">Newest first.</param>
    public sealed record OwnCopy(DateTimeOffset At, IReadOnlyList<OwnRequest> Requests)
    {
        /// <summary>只用文字联系</summary>
        public bool TextOnly { get; init; }

        /// <summary>关注的地方</summary>
        public IReadOnlyList<FollowedContent> Followed { get; init; } = [];
    }

    public sealed record OwnRequest(
        string Number,
        string Title,
        string Type,
        string Category,
        string Area,
        string Place,
        DateTimeOffset RegisteredAt,
        DateTimeOffset? EndedAt,
        string State,
        string? Unit,
        string? Solved,
        string? Satisfied,
        bool WantsReply,
        string Confidentiality,
        int Photos,
        IReadOnlyList<OwnStep> Steps
    );

    /// <param name="At">When.</param>
    /// <param name="What">As the page says it.</param>
    /// <param name="Words">What the person wrote or was told; null where nothing was.</param>
    public sealed record OwnStep(DateTimeOffset At, string What, string? Words);

    public async Task<Outcome<OwnCopy>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed("请先用手机验证码登录。");
        var numbers = await db
            .Requests.AsNoTracking()
            .Where(r => r.PersonId == by.Id)
            .OrderByDescending(r => r.Serial)
            .Take(Most)
            .Select(r => r.Number)
            .ToListAsync(ct);
        var now = time.GetUtcNow();
        var answer = new TrackAnswer(texts, registry.Current, now);
        var copied = new List<OwnRequest>();
        foreach (var number in numbers)
        {
            if ((await track.Run(new TrackRequest.Query { Number = number }, by, ct)).Ok(out var tracked, out _))
                copied.Add(Copy(tracked, answer));
        }
        var textOnly = await db.TextOnly.AnyAsync(t => t.PersonId == by.Id, ct);
        return new OwnCopy(registry.Current.In(now), copied) { TextOnly = textOnly };
    }

    private OwnRequest Copy(TrackedRequest tracked, TrackAnswer answer)
    {
        var (r, city) = (tracked.Request, registry.Current);
        return new OwnRequest(
            r.Number,
            r.Title,
            texts[RequestTexts.Of(r.Type)],
            tracked.Category,
            tracked.Area,
            r.Place,
            city.In(r.RegisteredAt),
            r.EndedAt is { } ended ? city.In(ended) : null,
            texts[RequestTexts.Of(r.State)],
            r.Unit is null ? null : tracked.UnitName,
            r.Solved is { } solved ? texts[RequestTexts.Of(solved)].Value : null,
            r.Satisfied is { } satisfied ? texts[RequestTexts.Of(satisfied)].Value : null,
            r.WantsReply,
            texts[RequestTexts.Of(r.Confidentiality)],
            tracked.Photos.Count,
            [.. tracked.Steps.Select(s => new OwnStep(city.In(s.At), answer.Title(s), s.Text))]
        );
    }
}

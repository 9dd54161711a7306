using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Understanding;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 可能是同一事项: what was told in the last weeks about the same trouble at the same place, with the reasons; then what is open there of the same
/// category. Only proposed; a person decides.
/// </summary>
public sealed class FindAlike(RequestsDb db, ICityRegistry registry, ISameMatters same)
{
    public const int Most = 5;

    /// <summary>More are asked for: some of them have ended or are together already.</summary>
    private const int Asked = 20;

    /// <summary>For a request that is registered.</summary>
    public async Task<Outcome<AlikeMatters>> Run(string number, Actor by, CancellationToken ct)
    {
        if (!RequestLifecycle.MayEver(by, RequestAction.JoinMatter))
            return new NotAllowed();
        var city = registry.Current;
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, ct);
        if (request is null || !RequestAccess.MaySee(by, request, city))
            return new NotFound();
        if (request.Shielded)
            return new AlikeMatters();
        var text = await FirstWords.In(db).Where(w => w.Request == request.Id).Select(w => w.Text).FirstOrDefaultAsync(ct);
        var told = new MatterTold
        {
            Id = request.Id,
            Title = request.Title,
            Text = $"{request.Place} {text}",
            Category = request.Category,
            Area = request.Area,
            Longitude = request.Longitude,
            Latitude = request.Latitude,
            At = request.RegisteredAt,
        };
        var matter = request.MatterId;
        return await Of(
            told,
            r => RequestLifecycle.Find(r.State, RequestAction.JoinMatter) is not null && (matter is null || r.MatterId != matter),
            by,
            ct
        );
    }

    /// <summary>For a matter that is being told: requests that have not ended, which the actor may see.</summary>
    internal Task<AlikeMatters> Open(MatterTold told, Actor by, CancellationToken ct) => Of(told, r => r.EndedAt is null, by, ct);

    private async Task<AlikeMatters> Of(MatterTold told, Func<ServiceRequest, bool> meant, Actor by, CancellationToken ct)
    {
        var (city, found) = (registry.Current, same.Find(told, Asked));
        var reasons = found.Matters.ToDictionary(m => m.Request, m => m.Reasons);
        var ids = reasons.Keys.ToList();
        var rows = await Rows(r => ids.Contains(r.Id), ct);
        var alike = found.Matters.Select(m => rows.Find(r => r.Id == m.Request)).OfType<ServiceRequest>().ToList();
        if (told is { Category: { } category, Area: { } area })
            alike.AddRange(await Rows(r => r.EndedAt == null && r.Category == category && r.Area == area, ct));
        return new AlikeMatters
        {
            Rows =
            [
                .. alike
                    .DistinctBy(r => r.Id)
                    .Where(r => r.Id != told.Id && meant(r) && RequestAccess.MaySee(by, r, city))
                    .Take(Most)
                    .Select(r => new AlikeRow(RequestRow.Of(r, city, by), reasons.GetValueOrDefault(r.Id, SamePlace))),
            ],
            Requests = found.Requests,
            People = found.People,
            Supporters = found.Supporters,
            Since = found.Since,
        };
    }

    private static readonly IReadOnlyList<Phrase> SamePlace = [$"同一地点，同一类别，还没有办结"];

    private Task<List<ServiceRequest>> Rows(Expression<Func<ServiceRequest, bool>> which, CancellationToken ct) =>
        db.Requests.OpenToAll().Where(which).OrderByDescending(r => r.Serial).Take(Asked).ToListAsync(ct);
}

/// <summary>What seems to be the same matter. Everything in it is a proposal.</summary>
public sealed record AlikeMatters
{
    /// <summary>The best first, at most <see cref="FindAlike.Most"/>.</summary>
    public IReadOnlyList<AlikeRow> Rows { get; init; } = [];

    /// <summary>How many requests of the last weeks seem to be it, also ended ones.</summary>
    public int Requests { get; init; }

    /// <summary>How many people those are.</summary>
    public int People { get; init; }

    /// <summary>How many more said that they met the same.</summary>
    public int Supporters { get; init; }

    /// <summary>When the first came in; null where none did.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <param name="Row">The request.</param>
/// <param name="Reasons">Why it seems to be the same; at least one.</param>
public sealed record AlikeRow(RequestRow Row, IReadOnlyList<Phrase> Reasons);

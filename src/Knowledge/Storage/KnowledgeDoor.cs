using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Knowledge.Model;

namespace Suiying.Knowledge.Storage;

/// <summary>The way to an item: who may see it and change it, what of the index and its error reports goes along, saved once.</summary>
public sealed class KnowledgeDoor(KnowledgeDb db, ICityRegistry registry, TimeProvider time)
{
    private static readonly Role[] Readers =
    [
        Role.Agent,
        Role.Dispatcher,
        Role.UnitHandler,
        Role.Reviewer,
        Role.Callback,
        Role.Supervisor,
        Role.Leader,
    ];

    public CitySnapshot City { get; } = registry.Current;

    public CityMoment Now
    {
        get
        {
            var now = time.GetUtcNow();
            return new CityMoment(now, City.Calendar.DateOf(now));
        }
    }

    public static bool MayRead(Actor by) => by.IsAny(Readers);

    /// <summary>True where the unit that owns an item, or that took over from it, is this person's.</summary>
    public bool Owns(Actor by, string owner) => by.Is(Role.UnitHandler) && by.UnitCode is { } unit && City.Units.Acting(owner) == unit;

    /// <summary>Codes of all units for which this person's answers.</summary>
    public IReadOnlyList<string> Owned(Actor by) => by.Is(Role.UnitHandler) && by.UnitCode is { } unit ? City.Units.ActsFor(unit) : [];

    /// <summary>What is readable is everybody's at a desk; what is not yet or no more is its owner's, the reviewers' and the supervisors'.</summary>
    public bool MaySee(Actor by, KnowledgeItem item) =>
        MayRead(by) && (item.Published is not null || Owns(by, item.Owner) || by.IsAny(Role.Reviewer, Role.Supervisor));

    /// <summary>Where only the unit's own may act, it is asked.</summary>
    public bool MayTake(Actor by, KnowledgeItem item, KnowledgeAction action) =>
        KnowledgeLifecycle.Rows.Any(r => r.Action == action && by.IsAny(r.By))
        && (
            by.Is(Role.System)
            || Owns(by, item.Owner)
            || KnowledgeLifecycle.Rows.Any(r => r.Action == action && r.By.Any(role => role is not Role.UnitHandler && by.Is(role)))
        );

    /// <summary>An item with its versions, to be changed; a number that was seen before somebody else's change is refused.</summary>
    public async Task<Outcome<KnowledgeItem>> Load(Guid id, int? revision, Actor by, CancellationToken ct)
    {
        var item = await db.Items.Include(i => i.Versions).AsSplitQuery().SingleOrDefaultAsync(i => i.Id == id, ct);
        if (item is null || !(by.Is(Role.System) || MaySee(by, item)))
            return new NotFound();
        return revision is { } seen && seen != item.Revision ? new ChangedMeanwhile() : item;
    }

    /// <summary>Saves items; where another version became readable, the index and what was said to be wrong follow.</summary>
    public async Task<Outcome<Done>> Save(IReadOnlyCollection<KnowledgeItem> items, CancellationToken ct)
    {
        foreach (var item in items.Where(i => i.Steps.Any(s => s.Action is KnowledgeAction.Publish or KnowledgeAction.Withdraw)))
        {
            await Reindex(item, ct);
            await EndReports(item, ct);
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile();
        }
        return default(Done);
    }

    private async Task Reindex(KnowledgeItem item, CancellationToken ct)
    {
        var old = await db.Words.Where(w => w.ItemId == item.Id).ToDictionaryAsync(w => w.Token, ct);
        var words = item.PublishedVersion?.Content.Words ?? new Dictionary<string, int>();
        foreach (var (token, word) in old)
        {
            if (words.TryGetValue(token, out var weight))
                word.Weight = weight;
            else
                db.Words.Remove(word);
        }
        foreach (var (token, weight) in words.Where(w => !old.ContainsKey(w.Key)))
            db.Words.Add(
                new KnowledgeWord
                {
                    Token = token,
                    ItemId = item.Id,
                    Weight = weight,
                }
            );
    }

    /// <summary>A new version ends what its owner had accepted; nothing is left to correct in what was withdrawn.</summary>
    private async Task EndReports(KnowledgeItem item, CancellationToken ct)
    {
        var open = await db
            .Reports.Where(r => r.ItemId == item.Id && (r.State == ReportState.Open || r.State == ReportState.Accepted))
            .ToListAsync(ct);
        foreach (var report in open.Where(r => r.State is ReportState.Accepted || item.Published is null))
            report.Take(ReportAction.Correct, Actor.System, time.GetUtcNow(), "");
    }
}

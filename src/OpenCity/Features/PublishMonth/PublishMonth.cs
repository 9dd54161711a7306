using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.OpenCity.Model;
using Suiying.OpenCity.Storage;

namespace Suiying.OpenCity.Features;

/// <summary>月度公开: publishes a month that is over, once; and again where somebody says why.</summary>
public sealed class PublishMonth(OpenCityDb db, IOpenCounts counts, ICityRegistry registry, TimeProvider time)
{
    /// <summary>A city that brought its history publishes so much of it by itself.</summary>
    public const int MostBack = 24;

    /// <summary>Why a month is published again without anybody's doing.</summary>
    private const string Loaded = "载入了历史诉求";

    public sealed record Command
    {
        /// <summary>By its first day.</summary>
        public required DateOnly Month { get; init; }

        /// <summary>修订原因; not asked for at the first time.</summary>
        public string Reason { get; init; } = "";

        /// <summary>The revision that the person saw, 0 for none.</summary>
        public int Seen { get; init; }
    }

    public async Task<Outcome<OpenMonth>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Supervisor, Role.System))
            return new NotAllowed();
        var (city, month) = (registry.Current, new DateOnly(command.Month.Year, command.Month.Month, 1));
        var (from, until) = (city.Calendar.StartOf(month), city.Calendar.StartOf(month.AddMonths(1)));
        if (time.GetUtcNow() < until)
            return new MonthNotOver();
        var reason = command.Reason.Trim();
        if (command.Seen > 0 && reason.Length is < OpenMonth.LeastReason or > OpenMonth.MostReason)
            return Refusal.Invalid(
                new FieldProblem("reason", $"请写明重新公开的原因，{OpenMonth.LeastReason} 至 {OpenMonth.MostReason} 个字，会一并公开。")
            );
        var found = await counts.Between(from, until, ct);
        if (found.Count == 0)
            return new NothingToPublish();
        var figures = MonthFigures.Of(month, found, city);
        var published = new OpenMonth
        {
            Month = month,
            Revision = command.Seen + 1,
            At = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
            ByName = by.Is(Role.System) ? "" : by.Name,
            Reason = command.Seen == 0 ? "" : reason,
            RegistryVersion = city.Version,
            Synthetic = found.Any(c => c.Tally.Synthetic > 0),
        };
        try
        {
            return await db.Write(() => Store(published, figures, ct), ct);
        }
        catch (DbUpdateException)
        {
            // Two published at the same moment; the key lets one through.
            return new PublishedMeanwhile();
        }
    }

    /// <summary>Every month that is over and was never published, or into which requests were loaded since; how many were.</summary>
    public async Task<int> Due(Actor by, CancellationToken ct)
    {
        var today = registry.Current.Calendar.DateOf(time.GetUtcNow());
        var there = await db.Months.AsNoTracking().ToListAsync(ct);
        var newest = there.GroupBy(m => m.Month).ToDictionary(g => g.Key, g => g.MaxBy(m => m.Revision)!);
        var published = 0;
        foreach (var back in Enumerable.Range(1, MostBack))
        {
            var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-back);
            var before = newest.GetValueOrDefault(month);
            if (before is { Stale: false })
                continue;
            var command = new Command
            {
                Month = month,
                Reason = Loaded,
                Seen = before?.Revision ?? 0,
            };
            if ((await Run(command, by, ct)).Ok(out _, out _))
                published++;
        }
        return published;
    }

    private async Task<Outcome<OpenMonth>> Store(OpenMonth published, IReadOnlyList<OpenFigure> figures, CancellationToken ct)
    {
        var newest = await db.Months.Where(m => m.Month == published.Month).MaxAsync(m => (int?)m.Revision, ct) ?? 0;
        if (newest != published.Revision - 1)
            return new PublishedMeanwhile();
        await db.Figures.Where(f => f.Month == published.Month).ExecuteDeleteAsync(ct);
        db.Months.Add(published);
        db.Figures.AddRange(figures);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return published;
    }
}

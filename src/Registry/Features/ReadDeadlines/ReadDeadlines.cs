using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Registry.Features;

/// <summary>查期限: which rule of the profile in force sets each deadline of a category.</summary>
public sealed class ReadDeadlines(ICityRegistry registry, TimeProvider time)
{
    private static readonly int[] Grades = [1, 2, 3, 4];

    public sealed record Query
    {
        /// <summary>Code of the category; null asks for the city's defaults.</summary>
        public string? Category { get; init; }

        /// <summary>One grade only; null asks for all four.</summary>
        public int? Grade { get; init; }
    }

    /// <summary>The rule that wins for a kind and grade.</summary>
    public sealed record Line(DeadlineKind Kind, int Grade, DeadlineRule Rule);

    public Task<Outcome<IReadOnlyList<Line>>> Run(Query query, Actor by, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return Task.FromResult<Outcome<IReadOnlyList<Line>>>(new NotAllowed());
        var (city, now) = (registry.Current, time.GetUtcNow());
        List<Line> lines =
        [
            .. from kind in Enum.GetValues<DeadlineKind>()
            from grade in query.Grade is { } one ? [one] : Grades
            select new Line(kind, grade, city.DeadlineOf(kind, query.Category, grade, now).Rule),
        ];
        return Task.FromResult<Outcome<IReadOnlyList<Line>>>(lines);
    }
}

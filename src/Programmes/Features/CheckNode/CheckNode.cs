using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>抽查: a supervisor looks again on site at what was accepted, by a draw that anybody can make again.</summary>
public sealed class CheckNode(ProgrammesDb db, ProjectDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required int? Revision { get; init; }

        public required int Number { get; init; }

        /// <summary>It is as it was reported.</summary>
        public required bool? Held { get; init; }

        public required string Text { get; init; }
    }

    /// <param name="Project">The project.</param>
    /// <param name="Milestone">What was accepted.</param>
    /// <param name="Ticket">By which it was drawn, the smallest first.</param>
    /// <param name="Checked">It was looked at this month.</param>
    public sealed record Row(Project Project, ProjectMilestone Milestone, string Ticket, bool Checked);

    /// <param name="Rows">What the month's draw takes.</param>
    /// <param name="Accepted">Out of so many.</param>
    /// <param name="Today">The city's day.</param>
    public sealed record View(IReadOnlyList<Row> Rows, int Accepted, DateOnly Today);

    public async Task<Outcome<View>> Draw(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Supervisor))
            return new NotAllowed();
        var accepted = await SpotList.Accepted(db, ct);
        var today = door.Today;
        var drawn = accepted
            .GroupBy(a => a.Project.Programme)
            .SelectMany(g => SpotDraw.Of(today, [.. g.Select(a => a.Milestone.Id)], door.City.ProgrammeOf(g.Key).SpotCheckPercent))
            .ToHashSet();
        var rows = accepted
            .Where(a => drawn.Contains(a.Milestone.Id))
            .Select(a => new Row(a.Project, a.Milestone, SpotDraw.Ticket(today, a.Milestone.Id), SameMonth(a.Milestone.CheckedOn, today)))
            .OrderBy(r => r.Ticket, StringComparer.Ordinal)
            .ToList();
        return new View(rows, accepted.Count, today);
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (command.Held is not { } held)
            return Refusal.Invalid(new FieldProblem("held", "请选择属实或不实。"));
        return await door.Take(
            command.Id,
            command.Revision,
            project => project.Recheck(command.Number, held, command.Text, door.City, by, door.Now),
            ct
        );
    }

    private static bool SameMonth(DateOnly? day, DateOnly today) => day is { } on && on.Year == today.Year && on.Month == today.Month;
}

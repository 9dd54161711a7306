using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>批准计划、验收、评估、销号、结转: the steps of a project that are signed.</summary>
public sealed class EndProject(ProgrammesDb db, ProjectDoor door, ScoreReader scores)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required int? Revision { get; init; }

        public required ProjectAction Action { get; init; }

        /// <summary>验收得分; asked for where it is inspected.</summary>
        public int? Quality { get; init; }

        public string Text { get; init; } = "";
    }

    public static bool NeedsText(ProjectAction action) =>
        action is ProjectAction.Inspect or ProjectAction.Evaluate or ProjectAction.CarryOver;

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Load(command.Id, command.Revision, ct)).Ok(out var project, out var refusal))
            return refusal;
        refusal = command.Action switch
        {
            ProjectAction.Approve => project.Approve(door.City, by, door.Now),
            ProjectAction.Inspect => project.Inspect(command.Quality, command.Text, door.City, by, door.Now),
            ProjectAction.Evaluate => await Evaluate(project, command.Text, by, ct),
            ProjectAction.Close => project.Close(door.City, by, door.Now),
            ProjectAction.CarryOver => await CarryOver(project, command.Text, by, ct),
            _ => new NotAllowed(),
        };
        return refusal ?? await door.Save(ct);
    }

    private async Task<Refusal?> Evaluate(Project project, string text, Actor by, CancellationToken ct)
    {
        var stands = (await scores.Of([project], ct))[0];
        return project.Evaluate(scores.Today(project, stands.Answers, stands.Effect), text, door.City, by, door.Now);
    }

    private async Task<Refusal?> CarryOver(Project project, string text, Actor by, CancellationToken ct)
    {
        var number = await door.NextNumber(project.Programme, project.Year + 1, ct);
        if (!project.CarryOver(number, text, door.City, by, door.Now).Ok(out var next, out var refusal))
            return refusal;
        db.Projects.Add(next);
        return null;
    }
}

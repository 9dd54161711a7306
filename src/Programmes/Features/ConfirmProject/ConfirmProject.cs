using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Engines.Text.Personal;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>群众确认: a signed-in resident says whether a project was done and how content they are; said again, the last counts.</summary>
public sealed class ConfirmProject(ProgrammesDb db, ProjectDoor door, ICallers callers)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>yes, no or unknown; null where nothing was chosen.</summary>
        public required string? Done { get; init; }

        public required Contentment? Contentment { get; init; }

        /// <summary>Index of the site beside which they live, or null.</summary>
        public int? Site { get; init; }

        public string Text { get; init; } = "";
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed("请先登录，再确认：一个人一份。");
        if (!(await door.Load(command.Id, null, ct)).Ok(out var project, out var refusal))
            return refusal;
        if (!project.Asks)
            return new NothingToConfirm();
        if (Problems(command, project).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        var caller = project.Category is { } category && await callers.Called(by.Id, category, project.Area, ct);
        var answer = new ProjectAnswer
        {
            ProjectId = project.Id,
            PersonId = by.Id,
            Done = command.Done switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            },
            Contentment = command.Contentment!.Value,
            Site = command.Site,
            Caller = caller,
            // What names a person is no opinion, and nobody is to read it.
            Text = Redaction.Of(command.Text.Trim()),
            At = door.Now,
        };
        await db.WriteOrRetry(() => Keep(answer, ct), ct);
        return new Done();
    }

    private async Task<int> Keep(ProjectAnswer answer, CancellationToken ct)
    {
        if (await db.Answers.FirstOrDefaultAsync(a => a.ProjectId == answer.ProjectId && a.PersonId == answer.PersonId, ct) is { } said)
        {
            (said.Done, said.Contentment, said.Site) = (answer.Done, answer.Contentment, answer.Site);
            (said.Caller, said.Text, said.At) = (answer.Caller, answer.Text, answer.At);
        }
        else
        {
            db.Answers.Add(answer);
        }
        return await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<FieldProblem> Problems(Command command, Project project)
    {
        if (command.Done is not ("yes" or "no" or "unknown"))
            yield return new FieldProblem("done", "请选择办成了、没办成或说不清。");
        if (command.Contentment is null)
            yield return new FieldProblem("contentment", "请选择满意、基本满意或不满意。");
        if (command.Site is { } site && (site < 0 || site >= (project.Plan?.Sites.Count ?? 0)))
            yield return new FieldProblem("site", "没有这个点位，请从列表中选择。");
        if (command.Text.Trim().Length > ProjectAnswer.LongestText)
            yield return new FieldProblem("text", $"至多 {ProjectAnswer.LongestText} 个字，现在是 {command.Text.Trim().Length} 个字。");
    }
}

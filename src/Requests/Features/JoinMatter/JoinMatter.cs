using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>并入同一事项: two requests are about one thing, and so are all that either is already together with.</summary>
public sealed class JoinMatter(RequestDoor door, RequestsDb db)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        /// <summary>Number of the request beside which it is put.</summary>
        public required string With { get; init; }

        /// <summary>What the matter is called among staff, where there is none yet; the other's title where it is empty.</summary>
        public string? Title { get; init; }

        public string? Remark { get; init; }
    }

    /// <summary>The receipt is of the request that was put into the matter: the other one, where the target was in it before.</summary>
    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.JoinMatter, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;
        if (command.With.Trim() == command.Target.Number)
            return With("不能与自己并在一起，请填另一件的编号。");
        if (ServiceRequest.CheckText("title", "事项名称", command.Title, ServiceRequest.LongestTitle, shortest: 0) is { } titleProblem)
            return titleProblem;
        if (!(await door.Open(new Target(command.With.Trim()), RequestAction.JoinMatter, by, ct)).Ok(out var other, out refusal))
            return With(refusal is NotFound ? "没有找到这个编号，或您无权查看。" : refusal.Text);

        var (request, with) = (opened.Request, other.Request);
        if (request.MatterId is not null && request.MatterId == with.MatterId)
            return new AlreadyTogether();
        if (request.MatterId is not null && with.MatterId is not null)
            return new InAnotherMatter();
        if (request.MatterId is not null)
            return await Run(command with { Target = new Target(with.Number, null, command.Target.Key), With = request.Number }, by, ct);

        if (with.Shielded)
            return With(new MatterOfShielded().Text);
        return with.MatterId is { } known
            ? await Join(opened, await db.Matters.FindAsync([known], ct), with.Number, command.Remark, ct)
            : await Found(opened, other, command, ct);
    }

    private async Task<Outcome<Receipt>> Join(Opened opened, SameMatter? matter, string with, string? remark, CancellationToken ct) =>
        opened.Request.JoinMatter(matter!, with, opened.Step(remark)) is { } no ? no : await door.Save(opened, ct);

    private async Task<Outcome<Receipt>> Found(Opened opened, Opened other, Command command, CancellationToken ct)
    {
        var title = string.IsNullOrWhiteSpace(command.Title) ? other.Request.Title : command.Title.Trim();
        var matter = new SameMatter(title, opened.By, opened.Now);
        if (opened.Request.JoinMatter(matter, other.Request.Number, opened.Step(command.Remark)) is { } no)
            return no;
        if (other.Request.JoinMatter(matter, opened.Request.Number, other.Step()) is { } second)
            return With(second.Text);
        db.Matters.Add(matter);
        return await door.Save(opened, ct, other.Request);
    }

    private static Refusal With(Phrase problem) => Refusal.Invalid(new FieldProblem("with", problem));
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Suiying.Contracts.Requests;
using Suiying.Engines.Text;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// What the person does with their own matter on the page: adds facts, withdraws, rates, contests a refusal, reports retaliation, asks
/// what may be asked of their data, marks news as seen. Who proved number and query code, or is signed in,
/// acts as the person whose matter it is.
/// </summary>
public sealed class TakeOwnAction(Scoped scoped, TimeProvider time)
{
    public const string Facts = "facts";
    public const string AskWithdraw = "ask-withdraw";
    public const string Withdraw = "withdraw";
    public const string Rate = "rate";
    public const string Seen = "seen";
    public const string Contest = "contest";
    public const string Reopen = "reopen";
    public const string Retaliation = "retaliation";
    public const string Claim = "claim";
    public const string ContestClaim = "contest-claim";
    public const string UndoClaim = "undo-claim";

    public sealed record Command
    {
        public required TrackedRequest Tracked { get; init; }

        /// <summary>One of the words above.</summary>
        public required string Act { get; init; }

        public required IFormCollection Form { get; init; }
    }

    /// <summary>Answers what was done, for the person.</summary>
    public async Task<Outcome<string>> Run(Command command, CancellationToken ct)
    {
        if (command.Act == Seen)
        {
            var seen = new MarkNotices.Command { Request = command.Tracked.Request.Id };
            return (await scoped.Run<MarkNotices, Outcome<Done>>(mark => mark.Run(seen, command.Tracked.Person, ct))).Ok(out _, out var no)
                ? "已标为看过。"
                : no;
        }
        if (command.Act == Retaliation)
            return await ReportBy(command, ct);
        var (outcome, said) = command.Act switch
        {
            Facts => (await AddFactsTo(command, ct), "已补充，办理单位会看到。"),
            Withdraw => (await WithdrawFrom(command, ct), "已撤回。"),
            Reopen => (await ReopenBy(command, ct), "已重新办理，会回到原来的单位。"),
            Contest => (await ContestBy(command, ct), "已请求复核，会有另一位工作人员答复您。"),
            Claim => (await ClaimBy(command, ct), "已提出，会在期限内答复您。"),
            ContestClaim => (await ReviewBy(command, ct), "已请求复核，会有另一位工作人员答复您。"),
            UndoClaim => (
                await Act<WithdrawClaim>(undo =>
                    undo.Run(new WithdrawClaim.Command { Target = TargetOf(command) }, command.Tracked.Person, ct)
                ),
                "已撤回请求。"
            ),
            Rate => (await RateBy(command, ct), ""),
            _ => (Refusal.Invalid(new FieldProblem("act", "没有这个操作。")), ""),
        };
        if (!outcome.Ok(out var receipt, out var refusal))
            return refusal;
        return command.Act == Rate ? GiveAnswers.Said(receipt.State) : said;
    }

    private async Task<Outcome<Receipt>> AddFactsTo(Command command, CancellationToken ct)
    {
        var text = PlainText.Of(command.Form["facts"]);
        if (ServiceRequest.CheckText("facts", "补充内容", text, 2000, shortest: 2) is { } problem)
            return problem;
        var keep = new KeepPhotos.Command { Photos = [.. command.Form.Files.GetFiles("photos")] };
        if (
            !(await scoped.Run<KeepPhotos, Outcome<IReadOnlyList<KeptPhoto>>>(photo => photo.Run(keep, ct))).Ok(
                out var photos,
                out var refusal
            )
        )
            return refusal;
        var listen = new KeepMedia.Command { Media = [.. command.Form.Files.GetFiles("media")] };
        if (
            !(await scoped.Run<KeepMedia, Outcome<IReadOnlyList<KeptPhoto>>>(media => media.Run(listen, ct))).Ok(out var media, out refusal)
        )
            return refusal;
        var add = new AddFacts.Command
        {
            Target = TargetOf(command),
            Text = text,
            Photos = [.. photos, .. media],
        };
        return await Act<AddFacts>(facts => facts.Run(add, command.Tracked.Person, ct));
    }

    private Task<Outcome<Receipt>> WithdrawFrom(Command command, CancellationToken ct)
    {
        var reason = PlainText.Of(command.Form["reason"]);
        if (ServiceRequest.CheckText("reason", "撤回原因", reason, 500, shortest: 0) is { } problem)
            return Task.FromResult<Outcome<Receipt>>(problem);
        // Somebody who withdraws should have seen the newest answer.
        var seen = int.TryParse(command.Form["version"], CultureInfo.InvariantCulture, out var version) ? version : 0;
        var target = TargetOf(command) with { Version = seen };
        return Act<WithdrawRequest>(withdraw =>
            withdraw.Run(new WithdrawRequest.Command { Target = target, Reason = reason }, command.Tracked.Person, ct)
        );
    }

    private Task<Outcome<Receipt>> ReopenBy(Command command, CancellationToken ct)
    {
        var facts = PlainText.Of(command.Form["again"]);
        return ServiceRequest.CheckText("again", "新的情况", facts, 2000, shortest: 5) is { } problem
            ? Task.FromResult<Outcome<Receipt>>(problem)
            : Act<ReopenRequest>(reopen =>
                reopen.Run(new ReopenRequest.Command { Target = TargetOf(command), Facts = facts }, command.Tracked.Person, ct)
            );
    }

    /// <summary>The answer names the number and, this once, the code: the report is found by nothing else.</summary>
    private async Task<Outcome<string>> ReportBy(Command command, CancellationToken ct)
    {
        var report = new ReportRetaliation.Command
        {
            Tracked = command.Tracked,
            Id = Guid.TryParse(command.Form["report"], out var id) ? new RequestId(id) : RequestId.New(time.GetUtcNow()),
            Text = PlainText.Of(command.Form["retaliation"]),
        };
        if (
            !(await scoped.Run<ReportRetaliation, Outcome<ReportRetaliation.Reported>>(use => use.Run(report, ct))).Ok(
                out var done,
                out var refusal
            )
        )
            return refusal;
        return done.QueryCode is { } code
            ? Translations.Of("已密封送出。编号 {0}，查询码 {1}，只显示这一次，请记下。", done.Number, code)
            : Translations.Of("已密封送出。编号 {0}。", done.Number);
    }

    private Task<Outcome<Receipt>> ContestBy(Command command, CancellationToken ct)
    {
        var text = PlainText.Of(command.Form["contest"]);
        return ServiceRequest.CheckText("contest", "不同意的理由", text, 2000, shortest: 5) is { } problem
            ? Task.FromResult<Outcome<Receipt>>(problem)
            : Act<ContestRefusal>(contest =>
                contest.Run(new ContestRefusal.Command { Target = TargetOf(command), Text = text }, command.Tracked.Person, ct)
            );
    }

    private Task<Outcome<Receipt>> ClaimBy(Command command, CancellationToken ct)
    {
        if (!Enum.TryParse<DataRight>(command.Form["right"], out var right))
            return Task.FromResult<Outcome<Receipt>>(Refusal.Invalid(new FieldProblem("right", "请选择要行使哪项权利。")));
        var claim = new ClaimRight.Command
        {
            Target = TargetOf(command),
            Right = right,
            Text = PlainText.Of(command.Form["claim"]),
        };
        return Act<ClaimRight>(use => use.Run(claim, command.Tracked.Person, ct));
    }

    private Task<Outcome<Receipt>> ReviewBy(Command command, CancellationToken ct)
    {
        var review = new ContestClaim.Command { Target = TargetOf(command), Text = PlainText.Of(command.Form["review"]) };
        return Act<ContestClaim>(use => use.Run(review, command.Tracked.Person, ct));
    }

    private Task<Outcome<Receipt>> RateBy(Command command, CancellationToken ct)
    {
        var problems = new List<FieldProblem>();
        var contacted = command.Form["contacted"].ToString();
        if (contacted is not ("yes" or "no"))
            problems.Add(new FieldProblem("contacted", "请选择办理单位有没有联系您。"));
        if (!Enum.TryParse<Solved>(command.Form["solved"], out var solved) || !Enum.IsDefined(solved))
            problems.Add(new FieldProblem("solved", "请选择问题解决了没有。"));
        if (!Enum.TryParse<Satisfied>(command.Form["satisfied"], out var satisfied) || !Enum.IsDefined(satisfied))
            problems.Add(new FieldProblem("satisfied", "请选择您满意不满意；不想说的，请选“不想评价”。"));
        var remark = PlainText.Of(command.Form["remark"]);
        problems.AddRange(ServiceRequest.CheckText("remark", "还想说的", remark, 1000, shortest: 0)?.Fields ?? []);
        if (problems.Count > 0)
            return Task.FromResult<Outcome<Receipt>>(Refusal.Invalid(problems));
        var answers = new CallbackAnswers
        {
            Contacted = contacted == "yes",
            Solved = solved,
            Satisfied = satisfied,
        };
        var again = command.Form["again"] == "yes";
        return GiveAnswers.Give(scoped, command.Tracked.Request, TargetOf(command), answers, remark, again, command.Tracked.Person, ct);
    }

    private Task<Outcome<Receipt>> Act<TUseCase>(Func<TUseCase, Task<Outcome<Receipt>>> act)
        where TUseCase : notnull => scoped.Run(act);

    private static Target TargetOf(Command command) =>
        new(command.Tracked.Request.Number, null, Guid.TryParse(command.Form["key"], out var key) ? key : null);
}

using Microsoft.EntityFrameworkCore;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>答复纠错: the owner accepts and corrects, or says why nothing is wrong.</summary>
public sealed class AnswerReport(KnowledgeDb db, KnowledgeDoor door)
{
    public sealed record Command
    {
        public required Guid Report { get; init; }

        public required ReportAction Action { get; init; }

        /// <summary>For who reported it; asked for where nothing is changed.</summary>
        public string Answer { get; init; } = "";
    }

    public async Task<Outcome<Guid>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler) || command.Action is ReportAction.Correct)
            return new NotAllowed();
        var report = await db.Reports.SingleOrDefaultAsync(r => r.Id == command.Report, ct);
        if (report is null || !(await door.Load(report.ItemId, null, by, ct)).Ok(out var item, out _))
            return new NotFound();
        if (!door.Owns(by, item.Owner))
            return new NotAllowed();
        var answer = command.Answer.Trim();
        if (answer.Length > ErrorReport.Longest || (command.Action is ReportAction.Keep && answer.Length < 2))
            return Refusal.Invalid(new FieldProblem("answer", $"请写明核对的结果和理由，2 至 {ErrorReport.Longest} 个字。"));
        if (!report.Take(command.Action, by, door.Now.Time, answer).Ok(out _, out var no))
            return no;
        await db.SaveChangesAsync(ct);
        return item.Id;
    }
}

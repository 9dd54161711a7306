using System.Net;
using Suiying.Engines.Text.Personal;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>纠错: staff or anybody at all says what is wrong with a published item; its owner answers within one working day.</summary>
public sealed class ReportError(KnowledgeDb db, KnowledgeDoor door, ReportLimit limit)
{
    /// <summary>By the city's calendar. 示例</summary>
    public const int AnswerDays = 1;

    public sealed record Command
    {
        public required Guid Item { get; init; }

        /// <summary>What is wrong and, where known, what would be right.</summary>
        public required string Text { get; init; }

        /// <summary>From where an anonymous form came; only counted.</summary>
        public IPAddress? From { get; init; }
    }

    /// <summary>By when it is answered.</summary>
    public async Task<Outcome<DateTimeOffset>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) && !KnowledgeDoor.MayRead(by))
            return new NotAllowed();
        var text = command.Text.Trim();
        if (text.Length is < ErrorReport.Shortest or > ErrorReport.Longest)
            return Refusal.Invalid(new FieldProblem("text", $"请写明哪里不对，{ErrorReport.Shortest} 至 {ErrorReport.Longest} 个字。"));
        if (by.Is(Role.Resident) && limit.Count(command.From) is { } seconds)
            return new TooManyReports(seconds);
        if (!(await door.Load(command.Item, null, Actor.System, ct)).Ok(out var item, out var refusal))
            return refusal;
        if (item.Published is null)
            return by.Is(Role.Resident) ? new NotFound() : new NotReadable();
        var now = door.Now.Time;
        var report = ErrorReport.Of(item, Redaction.Of(text), by, now, door.City.Calendar.AddWorkingDays(now, AnswerDays).At);
        db.Reports.Add(report);
        await db.SaveChangesAsync(ct);
        return report.DueAt;
    }
}

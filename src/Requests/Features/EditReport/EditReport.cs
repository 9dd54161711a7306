using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>What a draft says beside its numbers; the numbers can be counted anew with it.</summary>
public sealed class EditReport(ReportDoor door, ReportRows rows)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>The version that its writer saw.</summary>
        public required int Version { get; init; }

        public required ReportWords Words { get; init; }

        /// <summary>What was found in it is no personal data.</summary>
        public bool Examined { get; init; }

        /// <summary>更新数字: counts once more, as of now.</summary>
        public bool Anew { get; init; }
    }

    public async Task<Outcome<Report>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!ReportAccess.MayWrite(by))
            return new NotAllowed();
        return await door.Change(command.Id, command.Version, report => Write(report, command, by, ct), ct);
    }

    private async Task<Refusal?> Write(Report report, Command command, Actor by, CancellationToken ct)
    {
        if (report.Write(command.Words, command.Examined, by) is { } refusal)
            return refusal;
        if (!command.Anew)
            return null;
        return (await rows.Count(report.Scope, ct)).Ok(out var content, out var no) ? report.Fill(content) : no;
    }
}

using Microsoft.AspNetCore.Http;
using Suiying.Contracts.Requests;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>报送完成: a unit says that a milestone is reached, with photos or documents that show it.</summary>
public sealed class ReportMilestone(ThemeDoor door, IIncomingPhotos photos)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>The theme's revision as it was seen.</summary>
        public required int? Revision { get; init; }

        public required int Number { get; init; }

        public required string Text { get; init; }

        /// <summary>Photos, or documents as PDF.</summary>
        public IReadOnlyList<IFormFile> Evidence { get; init; } = [];
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Load(command.Id, command.Revision, by, ct)).Ok(out var theme, out var refusal))
            return refusal;
        IReadOnlyList<string> files = [];
        // Nothing is kept of who may not report anyway.
        if (theme.Lets(ThemeAction.Report, by, door.City) && !(await photos.KeepEvidence(command.Evidence, ct)).Ok(out files!, out refusal))
            return refusal;
        return theme.Report(command.Number, command.Text, files, door.City, by, door.Now) ?? await door.Save(ct);
    }
}

using Microsoft.AspNetCore.Http;
using Suiying.Contracts.Requests;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>报送节点: a unit says that a milestone is reached, with photos or documents that show it.</summary>
public sealed class ReportNode(ProjectDoor door, IIncomingPhotos photos)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required int? Revision { get; init; }

        public required int Number { get; init; }

        public required string Text { get; init; }

        /// <summary>Photos, or documents as PDF.</summary>
        public IReadOnlyList<IFormFile> Evidence { get; init; } = [];
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Load(command.Id, command.Revision, ct)).Ok(out var project, out var refusal))
            return refusal;
        IReadOnlyList<string> files = [];
        // Nothing is kept of who may not report anyway.
        if (
            project.Lets(ProjectAction.Report, by, door.City)
            && !(await photos.KeepEvidence(command.Evidence, ct)).Ok(out files!, out refusal)
        )
            return refusal;
        return project.Report(command.Number, command.Text, files, door.City, by, door.Now) ?? await door.Save(ct);
    }
}

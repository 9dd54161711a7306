using Microsoft.AspNetCore.Http;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>到场记录 from a phone: becomes the contact, the report or the reply that it is, with its photos, recordings and films cleaned.</summary>
public sealed class RecordVisit(
    RecordContact recordContact,
    ReportUp reportUp,
    ReplyToRequest replyToRequest,
    KeepFiles keepFiles,
    ICityRegistry registry
)
{
    public sealed record Command
    {
        public required SiteVisit Visit { get; init; }

        /// <summary>As the phone took them.</summary>
        public IReadOnlyList<IFormFile> Photos { get; init; } = [];

        /// <summary>Recordings and films.</summary>
        public IReadOnlyList<IFormFile> Media { get; init; } = [];
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        var visit = command.Visit;
        if (!by.Is(Role.UnitHandler))
            return new NotAllowed();
        if (visit.Person is { } writer && writer != by.Id)
            return new WrittenByAnother();
        if (visit.Where is { Possible: false })
            return Refusal.Invalid(new FieldProblem("where", "位置不对，请重新定位，或不带位置。"));
        var files = new KeepFiles.Command { Photos = command.Photos, Media = command.Media };
        if (!(await keepFiles.Run(files, ct)).Ok(out var photos, out var refusal))
            return refusal;
        var (target, words) = (new Target(visit.Number, visit.Version, visit.Key), visit.Words(registry.Current));
        return visit.Kind switch
        {
            VisitKind.Came => await recordContact.Run(
                new RecordContact.Command
                {
                    Target = target,
                    Way = ContactWay.Visit,
                    Result = words,
                    Photos = photos,
                },
                by,
                ct
            ),
            VisitKind.Report => await reportUp.Run(
                new ReportUp.Command
                {
                    Target = target,
                    Result = words,
                    Photos = photos,
                },
                by,
                ct
            ),
            VisitKind.Reply => await replyToRequest.Run(
                new ReplyToRequest.Command
                {
                    Target = target,
                    // The person reads it; when and where it was written stands in the history.
                    Reply = visit.Text,
                    ToldPerson = visit.Told,
                    Photos = photos,
                },
                by,
                ct
            ),
            _ => Refusal.Invalid(new FieldProblem("kind", "请选择这是什么记录。")),
        };
    }
}

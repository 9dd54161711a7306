using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Other programs hand in what residents say; behind the counter work the same use cases as behind the form.</summary>
internal sealed class RequestDesk(SubmitRequest submitRequest, AddFacts addFacts, KeepPhotos keepPhotos, RequestsDb db) : IRequestDesk
{
    public async Task<Outcome<IncomingReceipt>> Submit(IncomingRequest request, CancellationToken ct)
    {
        if (!(await Keep(request.Photos, ct)).Ok(out var photos, out var refusal))
            return refusal;
        var command = new SubmitRequest.Command
        {
            Id = request.Id,
            Intake = IntakeOf(request),
            Person = request.Person,
            Photos = photos,
        };
        if (!(await submitRequest.Run(command, Actor.Visitor, ct)).Ok(out var registered, out refusal))
            return refusal;
        return new IncomingReceipt(registered.Id, registered.Number, registered.QueryCode);
    }

    public async Task<Outcome<Done>> AddFacts(IncomingFacts facts, CancellationToken ct)
    {
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == facts.Request, ct);
        if (request is not { PersonId: { } person })
            return new NotFound();
        if (!(await Keep(facts.Photos, ct)).Ok(out var photos, out var refusal))
            return refusal;
        var command = new AddFacts.Command
        {
            Target = new Target(request.Number, Key: facts.Key),
            Text = facts.Text,
            Photos = photos,
        };
        return (await addFacts.Run(command, Actor.Resident(person), ct)).Ok(out _, out refusal) ? new Done() : refusal;
    }

    private static Intake IntakeOf(IncomingRequest request) =>
        new()
        {
            Type = Enum.Parse<RequestType>(request.Kind.ToString()),
            Channel = Channel.App,
            Text = request.Text,
            Category = request.Category,
            Where = new PlaceOfMatter
            {
                Area = request.Place.Area,
                Confirmed = false,
                Longitude = request.Place.Longitude,
                Latitude = request.Place.Latitude,
                Text = request.Place.Text,
            },
            WantsReply = request.Wishes.WantsReply,
            WantsSecrecy = request.Wishes.WantsSecrecy,
            AboutConduct = request.Wishes.AboutConduct,
        };

    private async Task<Outcome<IReadOnlyList<KeptPhoto>>> Keep(IReadOnlyList<IncomingPhoto> photos, CancellationToken ct)
    {
        var command = new KeepPhotos.Command
        {
            Photos = [.. photos.Select(p => new FormFile(p.Content, 0, p.Content.Length, "media", p.Name))],
            Field = "media",
        };
        return await keepPhotos.Run(command, ct);
    }
}

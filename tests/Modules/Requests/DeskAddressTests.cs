using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Tests.Requests;

/// <summary>What a desk's address says, and when it says that something is new.</summary>
public sealed class DeskAddressTests
{
    [Theory]
    [InlineData("/desk/intake")]
    [InlineData("/desk/unit/9901022603021000019?state=Signed&mine=1")]
    [InlineData("/desk/late?county=990102")]
    [InlineData("/desk/all?area=990102001&category=0101&from=2026-03-02&to=2026-03-08&open=1")]
    public void An_address_reads_back_as_it_was_written(string address) => Assert.Equal(address, $"{DeskAddress.Parse(address)}");

    [Theory]
    [InlineData("/desk/nothing")]
    [InlineData("/desk/3")]
    [InlineData("/desk")]
    [InlineData("/track/intake")]
    public void What_is_no_desk_has_no_address(string address) => Assert.Null(DeskAddress.Parse(address));

    [Fact]
    public void A_filter_that_is_none_is_left_out() =>
        Assert.Equal(
            "/desk/all",
            $"{DeskAddress.Parse("/desk/all?state=99&county=1234567890123456789012&q=%20&mine=perhaps&from=0002-03-01&to=soon&open=no")}"
        );

    [Theory]
    [InlineData("?from=2026-03-02&to=&q=state", null)]
    [InlineData("?from=2026-03-02&to=2026-02-30", "to")]
    [InlineData("?state=Nowhere", "state")]
    public void A_filter_that_was_not_read_is_named(string filters, string? unread) =>
        Assert.Equal(
            unread,
            new DeskAddress { Queue = Queue.All }
                .With(filters)
                .Unread(filters)
        );

    [Fact]
    public void Rows_before_the_last_shown_one_are_new() =>
        Assert.Equal(1, DeskAddress.CountNew(Rows(1, 3), whole: false, Rows(1, 2, 3, 4)));

    [Fact]
    public void Behind_a_whole_list_every_further_row_is_new() =>
        Assert.Equal(2, DeskAddress.CountNew(Rows(1, 3), whole: true, Rows(1, 3, 4, 5)));

    [Fact]
    public void Behind_the_shown_part_only_a_grade_1_request_is_new()
    {
        IReadOnlyList<RequestRow> fresh = [.. Rows(1, 3, 4), Row(5) with { Grade = 1 }];
        Assert.Equal(1, DeskAddress.CountNew(Rows(1, 3), whole: false, fresh));
    }

    [Fact]
    public void Rows_that_went_away_are_nothing_new() => Assert.Equal(0, DeskAddress.CountNew(Rows(1, 2, 3), whole: true, Rows(2)));

    [Fact]
    public void A_dispatched_request_no_longer_belongs_to_the_intake_desk()
    {
        var desk = new DeskAddress { Queue = Queue.Intake };
        Assert.True(desk.Holds(Row(1)));
        Assert.False(desk.Holds(Row(1) with { State = RequestState.Dispatched }));
    }

    private static IReadOnlyList<RequestRow> Rows(params int[] serials) => [.. serials.Select(Row)];

    private static RequestRow Row(int serial) => RequestRow.Of(new Matter().Request, TinyCity.Usual, Actor.System) with { Serial = serial };
}

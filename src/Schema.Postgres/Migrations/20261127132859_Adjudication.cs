using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Adjudication : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AcceptedReturns",
                table: "requests_requests",
                type: "integer",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<bool>(
                name: "Ordered",
                table: "requests_requests",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            // Two returns that stood before now count as well.
            migrationBuilder.Sql(
                """
                UPDATE requests_requests SET "AcceptedReturns" = (
                    SELECT count(*) FROM requests_transitions t
                    WHERE t."RequestId" = requests_requests."Id" AND t."Action" = 'AcceptReturn'
                ) WHERE "ReturnedBy" <> ''
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "AcceptedReturns", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Ordered", table: "requests_requests");
        }
    }
}

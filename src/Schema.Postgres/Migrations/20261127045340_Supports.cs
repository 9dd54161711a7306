using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Supports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Supporters",
                table: "requests_requests",
                type: "integer",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<int>(name: "Supported", table: "requests_daily", type: "integer", nullable: false, defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "requests_supports",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Mark = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    WantsNews = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_supports", x => new { x.RequestId, x.Mark });
                }
            );

            migrationBuilder.CreateIndex(name: "IX_requests_supports_PersonId", table: "requests_supports", column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "requests_supports");

            migrationBuilder.DropColumn(name: "Supporters", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Supported", table: "requests_daily");
        }
    }
}

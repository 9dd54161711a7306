using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PersonPastAt",
                table: "requests_requests",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "requests_retention",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<int>(type: "integer", nullable: false),
                    Photos = table.Column<int>(type: "integer", nullable: false),
                    Identities = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_retention", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_kept",
                table: "requests_requests",
                column: "EndedAt",
                filter: "\"EndedAt\" IS NOT NULL AND \"ErasedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_person",
                table: "requests_requests",
                column: "EndedAt",
                filter: "\"EndedAt\" IS NOT NULL AND \"PersonPastAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_attachments_At",
                table: "requests_attachments",
                column: "At",
                filter: "\"ErasedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_requests_retention_At", table: "requests_retention", column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "requests_retention");

            migrationBuilder.DropIndex(name: "IX_requests_requests_kept", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_requests_requests_person", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_requests_attachments_At", table: "requests_attachments");

            migrationBuilder.DropColumn(name: "PersonPastAt", table: "requests_requests");
        }
    }
}
